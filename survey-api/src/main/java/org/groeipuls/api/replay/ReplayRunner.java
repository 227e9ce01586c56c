package org.groeipuls.api.replay;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.groeipuls.api.replay.Job.State;
import org.groeipuls.api.storage.ScratchSession.TakenOver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works on jobs, one at a time, on a thread that comes after everything else. */
final class ReplayRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final String node = UUID.randomUUID().toString();
    private final JobTable jobs;
    private final Replays replays;
    private final ReplayWork work;
    private final Semaphore bell;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param bell rings when there may be something to do */
    ReplayRunner(JobTable jobs, Replays replays, ReplayWork work, Semaphore bell) {
        this.jobs = jobs;
        this.replays = replays;
        this.work = work;
        this.bell = bell;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform()
                .daemon()
                .name("replays")
                .priority(Thread.MIN_PRIORITY)
                .start(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        bell.release();
        var ending = thread;
        if (ending != null) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        safely(replays::forgetOlder);
        while (running) {
            safely(this::round);
            try {
                if (bell.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void round() {
        replays.tidy();
        for (var job = jobs.claim(node); running && job.isPresent(); job = jobs.claim(node)) {
            run(job.get());
            replays.tidy();
        }
    }

    private void run(Job job) {
        try {
            boolean whole = work.on(job, (done, millis) -> running && jobs.goesOn(job.id(), node, done, millis));
            jobs.end(job.id(), node, whole ? State.DONE : State.WAITING);
        } catch (TakenOver e) {
            LOG.info("Another node goes on with replay {}", job.id().value());
            jobs.end(job.id(), node, State.WAITING); // nothing happens where it is that node's
        } catch (RuntimeException e) {
            LOG.warn("Replay {} has failed: {}", job.id().value(), e.getClass().getName());
            jobs.end(job.id(), node, State.FAILED);
        }
    }

    /** Whatever is the matter with the database now is looked at again later. */
    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("Replays have to wait: {}", e.getClass().getName());
        }
    }
}
