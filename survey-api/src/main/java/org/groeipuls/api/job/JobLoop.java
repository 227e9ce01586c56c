package org.groeipuls.api.job;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.groeipuls.api.storage.ScratchSession.TakenOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node's work on the jobs of a table. How one ends follows from what came of the work. */
public abstract class JobLoop extends WorkLoop {
    private static final Logger LOG = LoggerFactory.getLogger(JobLoop.class);

    private final String node = UUID.randomUUID().toString();
    private final Turns turns;

    /**
     * @param name of the thread
     * @param bell rings when there may be something to do
     */
    protected JobLoop(String name, Turns turns, Semaphore bell) {
        super(name, bell);
        this.turns = turns;
    }

    private enum End {
        DONE,
        WAITING,
        FAILED
    }

    /** Work on one job, from where it is. */
    @FunctionalInterface
    protected interface Work {
        /** Whether it is done; if not, somebody goes on with it. */
        boolean whole();
    }

    /** The name by which this node takes jobs. */
    protected String node() {
        return node;
    }

    /** Works on a job that this node has taken. Where another has it by now, its row stays as that one keeps it. */
    protected void on(String job, Work work) {
        turns.end(job, node, ended(job, work));
    }

    private End ended(String job, Work work) {
        try {
            return work.whole() ? End.DONE : End.WAITING;
        } catch (TakenOver e) {
            LOG.info("Another node goes on with job {}", job);
            return End.WAITING;
        } catch (RuntimeException e) {
            LOG.warn("Job {} was broken off: {}", job, e.getClass().getName());
            return Outage.caused(e) ? End.WAITING : End.FAILED;
        }
    }
}
