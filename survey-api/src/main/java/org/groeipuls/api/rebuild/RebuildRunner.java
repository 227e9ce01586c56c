package org.groeipuls.api.rebuild;

import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.groeipuls.api.job.Account;
import org.groeipuls.api.job.JobLoop;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.job.Turns;
import org.groeipuls.api.rebuild.RebuildTable.Claimed;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.Rebuild.RebuiltElsewhere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on rebuilds, one at a time; what a node that was killed had done is not done again. */
final class RebuildRunner extends JobLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);

    /** Makes the views anew. */
    @FunctionalInterface
    interface Making {
        /** See {@link Rebuild#begin(boolean, Rebuild.Progress)}. */
        SortedMap<String, Long> begin(boolean afresh, Rebuild.Progress progress);
    }

    private final RebuildTable jobs;
    private final Making rebuild;
    private final Pace pace;
    private final LongSupplier millis;

    /**
     * @param millis a running time in milliseconds
     * @param bell rings when there may be something to do
     */
    RebuildRunner(RebuildTable jobs, Making rebuild, Pace pace, LongSupplier millis, Semaphore bell) {
        super("rebuilds", jobs.turns(), bell);
        this.millis = millis;
        this.jobs = jobs;
        this.rebuild = rebuild;
        this.pace = pace;
    }

    @Override
    protected void round() {
        jobs.claim(node()).ifPresent(taken -> on(taken.job(), () -> whole(taken)));
    }

    private boolean whole(Claimed taken) {
        var over = new CountDownLatch(1);
        var pulse = Thread.ofPlatform().daemon().name("rebuild-alive").start(() -> sayAlive(taken.job(), over));
        try {
            return made(taken);
        } catch (Ended | RebuiltElsewhere later) {
            return false;
        } finally {
            over.countDown();
            pulse.interrupt();
        }
    }

    private boolean made(Claimed taken) {
        var account =
                new Account(millis, taken.headway().spent(), headway -> jobs.goesOn(taken.job(), node(), headway));
        pace.start(taken.headway().done());
        var differed = rebuild.begin(!taken.begun(), (done, total) -> {
            if (!isRunning() || !account.at(done, total)) {
                throw new Ended();
            }
            pace.at(done);
        });
        jobs.done(
                taken.job(),
                node(),
                differed.values().stream().mapToLong(rows -> rows).sum());
        return true;
    }

    /** Copying a table can take longer than others wait. */
    private void sayAlive(String job, CountDownLatch over) {
        try {
            while (!over.await(Turns.SILENCE.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                stillAlive(job);
            }
        } catch (InterruptedException done) {
            LOG.debug("No more word of rebuild {}", job);
        }
    }

    private void stillAlive(String job) {
        try {
            jobs.alive(job, node());
        } catch (RuntimeException away) {
            LOG.debug("The rebuild {} says that it goes on when the database is back", job);
        }
    }

    /** Here it is not gone on with. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
