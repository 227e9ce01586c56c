package org.groeipuls.api.rebuild;

import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.groeipuls.api.job.Outage;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.job.Turns;
import org.groeipuls.api.job.WorkLoop;
import org.groeipuls.api.rebuild.RebuildJob.State;
import org.groeipuls.api.rebuild.RebuildTable.Claimed;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.Rebuild.RebuiltElsewhere;
import org.groeipuls.api.storage.ScratchSession.TakenOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on rebuilds, one at a time; what a node that was killed had done is not done again. */
final class RebuildRunner extends WorkLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);

    /** Makes the views anew. */
    @FunctionalInterface
    interface Work {
        /** See {@link Rebuild#begin(boolean, Rebuild.Progress)}. */
        SortedMap<String, Long> begin(boolean afresh, Rebuild.Progress progress);
    }

    private final String node = UUID.randomUUID().toString();
    private final RebuildTable jobs;
    private final Work rebuild;
    private final Pace pace;

    /** @param bell rings when there may be something to do */
    RebuildRunner(RebuildTable jobs, Work rebuild, Pace pace, Semaphore bell) {
        super("rebuilds", bell);
        this.jobs = jobs;
        this.rebuild = rebuild;
        this.pace = pace;
    }

    @Override
    protected void round() {
        jobs.claim(node).ifPresent(this::run);
    }

    private void run(Claimed claimed) {
        var job = claimed.job().job();
        var over = new CountDownLatch(1);
        var pulse = Thread.ofPlatform().daemon().name("rebuild-alive").start(() -> sayAlive(job, over));
        pace.start(claimed.job().done());
        try {
            var differed = rebuild.begin(!claimed.begun(), (position, head) -> {
                if (!isRunning()) {
                    throw new Stopped();
                }
                if (!jobs.goesOn(job, node, position, head)) {
                    throw new RebuildTaken();
                }
                pace.at(position);
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
            LOG.warn("Rebuild {} was broken off: {}", job, e.getClass().getName());
            jobs.end(job, node, Outage.caused(e) ? State.WAITING : State.FAILED);
        } finally {
            over.countDown();
            pulse.interrupt();
        }
    }

    /** Copying a table can take longer than others wait. */
    private void sayAlive(String job, CountDownLatch over) {
        try {
            while (!over.await(Turns.SILENCE.toMillis() / 3, TimeUnit.MILLISECONDS)) {
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
