package org.groeipuls.api.operator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.rebuild.Rebuilds;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.ViewLag;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.tree.HistoryTree;
import org.groeipuls.api.webhook.WebhookDesk;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;

/**
 * How it is with a running server, for whoever runs it. Nothing of boxes: no number, size or time of a ballot, and nothing
 * from which one could be taken while a pulse is open.
 */
public final class OperatorDesk {
    private static final int DEAD = 20;

    private final HealthEndpoint health;
    private final StreamingEventProcessor processor;
    private final HistoryStore history;
    private final ViewPosition views;
    private final ViewLag lag;
    private final HistoryTree tree;
    private final LetterCount letters;
    private final WebhookDesk webhooks;
    private final Replays replays;
    private final Rebuilds rebuilds;
    private final List<StoreFolder> folders;
    private final SurveyClock clock;
    private final Clockwork clockwork;

    OperatorDesk(
            HealthEndpoint health,
            StreamingEventProcessor processor,
            HistoryStore history,
            ViewPosition views,
            ViewLag lag,
            HistoryTree tree,
            LetterCount letters,
            WebhookDesk webhooks,
            Replays replays,
            Rebuilds rebuilds,
            List<StoreFolder> folders,
            SurveyClock clock,
            Clockwork clockwork) {
        this.health = health;
        this.processor = processor;
        this.history = history;
        this.views = views;
        this.lag = lag;
        this.tree = tree;
        this.letters = letters;
        this.webhooks = webhooks;
        this.replays = replays;
        this.rebuilds = rebuilds;
        this.folders = folders;
        this.clock = clock;
        this.clockwork = clockwork;
    }

    /** @param status {@code UP}, {@code DOWN} or another word of the health route */
    public record Component(String name, String status) {}

    /**
     * Something that reads history, and how far it is.
     *
     * @param lagSeconds for how long it has been behind; absent where that is not known
     * @param fault why it stands still, without what it was reading; absent while it does not
     */
    public record Reader(
            String name,
            long position,
            long behind,
            @Nullable Long lagSeconds,
            @Nullable String fault) {}

    /** @param root of the newest signed head, in hexadecimal */
    public record Head(long size, LocalDate day, String root) {}

    /** @param mail {@code on}, {@code off} or {@code unreachable} */
    public record Letters(String mail, int waiting, int refused, int failed) {}

    /** Counts letters, whoever sends them. */
    @FunctionalInterface
    public interface LetterCount {
        Letters read();
    }

    /**
     * Long work.
     *
     * @param kind {@code replay} or {@code rebuild}
     * @param differed of a rebuild that is done: how many rows were not as history has them
     */
    public record Work(
            String job,
            String kind,
            String state,
            long done,
            long total,
            @Nullable Long differed,
            LocalDate startedOn) {}

    /** A folder and how it is. */
    public record Folder(String use, StoreFolder.State state) {}

    /**
     * All of it.
     *
     * @param head position of the last event of history
     * @param signed absent before the first head
     */
    public record Condition(
            String status,
            List<Component> components,
            long head,
            List<Reader> readers,
            @Nullable Head signed,
            Letters letters,
            List<WebhookDesk.Summary> webhooks,
            List<Work> jobs,
            List<Folder> folders) {}

    /** How it is now. */
    public Condition read() {
        var whole = health.health();
        long head = history.head();
        var report = tree.report();
        var last = report.last();
        return new Condition(
                whole.getStatus().getCode(),
                whole instanceof CompositeHealthDescriptor parts ? components(parts) : List.of(),
                head,
                List.of(
                        viewsReader(head),
                        new Reader(
                                "tree",
                                report.position(),
                                Math.max(0, head - report.position()),
                                null,
                                report.fault())),
                last == null ? null : new Head(last.size(), last.day(), last.root()),
                letters.read(),
                webhooks.summaries(DEAD),
                jobs(),
                folders.stream()
                        .map(folder -> new Folder(folder.use(), folder.state()))
                        .toList());
    }

    /** What a demonstration's clock says; not part of the condition, which stays the same as long as nothing happens. */
    public Optional<Instant> clock() {
        return clock.driven() ? Optional.of(clock.instant()) : Optional.empty();
    }

    private static List<Component> components(CompositeHealthDescriptor parts) {
        var byName = parts.getComponents();
        return byName == null
                ? List.of()
                : new TreeMap<>(byName)
                        .entrySet().stream()
                                .map(part -> new Component(
                                        part.getKey(),
                                        part.getValue().getStatus().getCode()))
                                .toList();
    }

    /** Nothing is skipped: an event that cannot be read holds up all views, is tried again, and is named by its fault. */
    private Reader viewsReader(long head) {
        long position = views.read();
        var fault = processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .map(error -> error.getClass().getSimpleName())
                .findFirst()
                .orElse(processor.isRunning() ? null : "NotRunning");
        return new Reader(
                "views", position, Math.max(0, head - position), lag.read().toSeconds(), fault);
    }

    private List<Work> jobs() {
        var made = rebuilds.all().stream()
                .map(job -> new Work(
                        job.job(),
                        "rebuild",
                        job.state().word(),
                        job.done(),
                        job.total(),
                        job.differed(),
                        job.startedOn()));
        var replayed = replays.all().stream()
                .map(job -> new Work(
                        job.id().value(),
                        "replay",
                        job.state().word(),
                        job.done(),
                        job.total(),
                        null,
                        job.startedOn()));
        return Stream.concat(made, replayed).toList();
    }

    /**
     * Sets a demonstration's clock and does all that is then due.
     *
     * @throws Refusal outside a demonstration
     */
    public void setClock(Instant instant) {
        clock.set(instant);
        clockwork.tick();
    }
}
