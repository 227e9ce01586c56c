package org.groeipuls.api.analyst;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.rebuild.Rebuilds;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.refusal.NotNow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How far a job is, as server-sent events; for so many listeners at once and no more. */
public final class JobEvents {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    /** Much shorter than a listener that is gone may keep another's place. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final int MOST_LISTENERS = 16;

    private final Replays replays;
    private final Rebuilds rebuilds;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

    JobEvents(Replays replays, Rebuilds rebuilds) {
        this.replays = replays;
        this.rebuilds = rebuilds;
    }

    /**
     * An event whenever it changes, until the job is over, and a sign of life where it does not.
     *
     * @throws NotFound when there is no such job
     * @throws TooManyListeners when as many are listening as can
     */
    public SseEmitter of(ReplayId job) {
        if (find(job).isEmpty()) {
            throw new NotFound();
        }
        if (!listeners.tryAcquire()) {
            throw new TooManyListeners();
        }
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("job-events").start(() -> tell(job, emitter));
        return emitter;
    }

    /** A replay or a rebuild. */
    Optional<JobView> find(ReplayId job) {
        return replays.find(job)
                .map(JobView::of)
                .or(() -> rebuilds.find(job.value()).map(JobView::of));
    }

    private void tell(ReplayId id, SseEmitter emitter) {
        try {
            @Nullable JobView last = null;
            long end = System.nanoTime() + LONGEST.toNanos();
            long sent = System.nanoTime();
            for (var job = find(id); job.isPresent() && System.nanoTime() < end; job = find(id)) {
                var now = job.get();
                if (!now.equals(last)) {
                    emitter.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
                    last = now;
                    sent = System.nanoTime();
                } else if (System.nanoTime() - sent > SILENCE_NANOS) {
                    emitter.send(SseEmitter.event().comment("waiting"));
                    sent = System.nanoTime();
                }
                if (now.state().isOver()) {
                    break;
                }
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
            emitter.complete();
        } catch (IOException | RuntimeException gone) {
            emitter.completeWithError(gone);
        } finally {
            listeners.release();
        }
    }

    /** As many are listening as can. */
    static final class TooManyListeners extends NotNow {
        private static final long serialVersionUID = 1;

        TooManyListeners() {
            super("Too many listen to jobs; ask for the job itself now and then", null);
        }
    }
}
