package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.rebuild.RebuildJob;
import org.groeipuls.api.rebuild.Rebuilds;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.refusal.NotNow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How far long work is. Any node knows it of all. */
@RestController
@RequestMapping("/api/v1/jobs/{job}")
class JobResource {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int MOST_LISTENERS = 16;

    private final Replays replays;
    private final Rebuilds rebuilds;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

    JobResource(Replays replays, Rebuilds rebuilds) {
        this.replays = replays;
        this.rebuilds = rebuilds;
    }

    /**
     * @param done events that were read
     * @param total events that are to be read; 0 until it has begun
     * @param eta about how much longer it takes, ISO 8601; absent while that is not known, and afterwards
     */
    record JobView(
            ReplayId job,
            Job.State state,
            long done,
            long total,
            @Nullable Duration eta) {
        static JobView of(Job job) {
            return new JobView(job.id(), job.state(), job.done(), job.total(), job.eta());
        }

        static JobView of(RebuildJob job) {
            return new JobView(
                    new ReplayId(job.job()), Job.State.valueOf(job.state().name()), job.done(), job.total(), null);
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('ANALYST', 'OPERATOR')")
    @Operation(summary = "How far a job is, and about how much longer it takes")
    JobView one(@PathVariable("job") ReplayId job) {
        return find(job).orElseThrow(NotFound::new);
    }

    @DeleteMapping
    @PreAuthorize("hasRole('ANALYST')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Break a replay off; one that is over stays as it is, and a rebuild cannot be")
    void cancel(@PathVariable("job") ReplayId job) {
        if (replays.find(job).isEmpty()) {
            throw new NotFound();
        }
        replays.cancel(job);
    }

    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAnyRole('ANALYST', 'OPERATOR')")
    @Operation(summary = "The same as server-sent events, whenever it changes, until the job is over")
    SseEmitter events(@PathVariable("job") ReplayId job) {
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

    private void tell(ReplayId id, SseEmitter emitter) {
        try {
            @Nullable JobView last = null;
            long end = System.nanoTime() + LONGEST.toNanos();
            for (var job = find(id); job.isPresent() && System.nanoTime() < end; job = find(id)) {
                var now = job.get();
                if (!now.equals(last)) {
                    emitter.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
                    last = now;
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

    private Optional<JobView> find(ReplayId job) {
        return replays.find(job)
                .map(JobView::of)
                .or(() -> rebuilds.find(job.value()).map(JobView::of));
    }

    /** As many are listening as can. */
    static final class TooManyListeners extends NotNow {
        private static final long serialVersionUID = 1;

        TooManyListeners() {
            super("Too many listen to jobs; ask for the job itself now and then", null);
        }
    }
}
