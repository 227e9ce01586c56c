package org.groeipuls.api.rebuild;

import java.time.Duration;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.groeipuls.api.rebuild.RebuildJob.State;
import org.groeipuls.api.rebuild.RebuildTable.Claimed;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.Rebuild.RebuiltElsewhere;
import org.groeipuls.api.storage.ScratchSession.TakenOver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works on jobs, one at a time; what a node that was killed had done is not done again. */
final class RebuildRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Makes the views anew. */
    @FunctionalInterface
    interface Work {
        /** See {@link Rebuild#begin(boolean, Rebuild.Progress)}. */
        SortedMap<String, Long> begin(boolean afresh, Rebuild.Progress progress);
    }

    private final String node = UUID.randomUUID().toString();
    private final RebuildTable jobs;
    private final Work rebuild;
    private final Semaphore bell;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param bell rings when there may be something to do */
    RebuildRunner(RebuildTable jobs, Work rebuild, Semaphore bell) {
        this.jobs = jobs;
        this.rebuild = rebuild;
        this.bell = bell;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("rebuilds").start(this::work);
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
        while (running) {
            try {
                round();
            } catch (RuntimeException e) {
                LOG.warn("Rebuilds have to wait: {}", e.getClass().getName());
            }
            try {
                if (bell.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** One job, if there is one. */
    void round() {
        jobs.claim(node).ifPresent(this::run);
    }

    private void run(Claimed claimed) {
        var job = claimed.job().job();
        var over = new CountDownLatch(1);
        var pulse = Thread.ofPlatform().daemon().name("rebuild-alive").start(() -> sayAlive(job, over));
        try {
            var differed = rebuild.begin(!claimed.begun(), (position, head) -> {
                if (!running) {
                    throw new Stopped();
                }
                if (!jobs.goesOn(job, node, position, head)) {
                    throw new RebuildTaken();
                }
            });
            jobs.done(
                    job,
                    node,
                    differed.values().stream().mapToLong(rows -> rows).sum());
        } catch (RebuildTaken | TakenOver taken) {
            LOG.info("Another node goes on with rebuild {}", job);
        } catch (Stopped | RebuiltElsewhere later) {
            jobs.end(job, node, State.WAITING);
        } catch (RuntimeException e) {
            LOG.warn("Rebuild {} has failed: {}", job, e.getClass().getName());
            jobs.end(job, node, State.FAILED);
        } finally {
            over.countDown();
            pulse.interrupt();
        }
    }

    /** Copying a table can take longer than others wait. */
    private void sayAlive(String job, CountDownLatch over) {
        try {
            while (!over.await(RebuildTable.SILENCE.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                jobs.alive(job, node);
            }
        } catch (InterruptedException | RuntimeException done) {
            LOG.debug("No more word of rebuild {}", job);
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class RebuildTaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
