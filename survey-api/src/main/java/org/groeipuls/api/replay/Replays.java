package org.groeipuls.api.replay;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.replay.Job.State;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.replay.Views;
import org.groeipuls.trend.Trends;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The replays that are kept: at most {@link #MOST}, an older one makes place for a new one. */
public final class Replays {
    /** How many are kept. */
    public static final int MOST = 8;

    private static final int DAYS = 30;
    private static final String PREFIX = "replay_";

    private final JobTable jobs;
    private final DataSource source;
    private final JsonMapper json;
    private final Runnable wake;

    /** @param wake has whoever works on jobs look now */
    Replays(JobTable jobs, DataSource source, JsonMapper json, Runnable wake) {
        this.jobs = jobs;
        this.source = source;
        this.json = json;
        this.wake = wake;
    }

    /**
     * Has one made, as soon as its turn comes.
     *
     * @throws TooManyReplays when as many as are kept are still being made
     */
    public synchronized Job begin(ReplayTerms terms) {
        var kept = jobs.all();
        if (kept.size() >= MOST) {
            var oldest = kept.stream()
                    .filter(job -> job.state().isOver())
                    .findFirst()
                    .orElseThrow(TooManyReplays::new);
            jobs.delete(oldest.id());
        }
        var id = ReplayId.fresh();
        jobs.add(id, terms);
        wake.run();
        return jobs.find(id).orElseThrow();
    }

    /** All that are kept, the newest first. */
    public List<Job> all() {
        return jobs.all().reversed();
    }

    public Optional<Job> find(ReplayId id) {
        return jobs.find(id);
    }

    /** Breaks it off; nothing happens to one that is over. */
    public boolean cancel(ReplayId id) {
        boolean cancelled = jobs.cancel(id);
        wake.run();
        return cancelled;
    }

    /** Removes it with all it computed. */
    public boolean delete(ReplayId id) {
        boolean deleted = jobs.delete(id);
        wake.run();
        return deleted;
    }

    /**
     * Its trends, judged by its rule.
     *
     * @throws ReplayNotDone before it is done
     */
    public Trends trends(Job job) {
        var views = views(job);
        var rule = job.terms().rule();
        return new Trends(
                views.trends(),
                views.register(),
                views.agenda(),
                views.outcomes(),
                rule == null ? views.rules()::validOn : day -> rule);
    }

    /**
     * The pulses of the part of history that it read.
     *
     * @throws ReplayNotDone before it is done
     */
    public PulseAgenda agenda(Job job) {
        return views(job).agenda();
    }

    private Views views(Job job) {
        if (job.state() != State.DONE) {
            throw new ReplayNotDone();
        }
        return Views.over(JdbcClient.create(scratch(job.id()).tables()), json);
    }

    Scratch scratch(ReplayId id) {
        return new Scratch(source, name(id));
    }

    private static String name(ReplayId id) {
        return PREFIX + Views.LAYOUT + "_" + id.value();
    }

    /** Removes what was computed for replays that are kept no longer, and replays that are too old. */
    void tidy() {
        jobs.deleteOverBefore(jobs.today().minusDays(DAYS));
        var there = Scratch.all(source, PREFIX);
        var needed = jobs.all().stream()
                .filter(job -> !job.state().isOver() || job.state() == State.DONE)
                .map(job -> name(job.id()))
                .toList();
        there.stream()
                .filter(name -> !needed.contains(name) && !ofNewer(name))
                .forEach(name -> new Scratch(source, name).drop());
    }

    /** What a node of a newer version makes is its own to remove. */
    private static boolean ofNewer(String name) {
        var layout = name.substring(PREFIX.length()).split("_", 2)[0];
        return layout.matches("\\d{1,9}") && Integer.parseInt(layout) > Views.LAYOUT;
    }

    /** One that was made by an older version cannot be read: it is no longer kept. */
    void forgetOlder() {
        var there = Scratch.all(source, PREFIX);
        jobs.all().stream()
                .filter(job -> job.state() == State.DONE && !there.contains(name(job.id())))
                .forEach(job -> jobs.delete(job.id()));
    }

    /** As many replays as are kept are being made. */
    public static final class TooManyReplays extends Refusal {
        private static final long serialVersionUID = 1;

        TooManyReplays() {
            super(
                    Kind.CONFLICT,
                    "too-many-replays",
                    MOST + " replays wait or run; cancel one, or wait until one is done");
        }
    }

    /** There is nothing to read yet, or nothing any more. */
    public static final class ReplayNotDone extends Refusal {
        private static final long serialVersionUID = 1;

        public ReplayNotDone() {
            super(Kind.CONFLICT, "replay-not-done", "This replay is not done; ask its job how far it is");
        }
    }
}
