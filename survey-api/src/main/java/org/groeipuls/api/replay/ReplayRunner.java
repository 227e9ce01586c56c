package org.groeipuls.api.replay;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.groeipuls.api.job.Outage;
import org.groeipuls.api.job.WorkLoop;
import org.groeipuls.api.replay.Job.State;
import org.groeipuls.api.storage.ScratchSession.TakenOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on replays, one at a time. */
final class ReplayRunner extends WorkLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    private final String node = UUID.randomUUID().toString();
    private final JobTable jobs;
    private final Replays replays;
    private final ReplayWork work;

    /** @param bell rings when there may be something to do */
    ReplayRunner(JobTable jobs, Replays replays, ReplayWork work, Semaphore bell) {
        super("replays", bell);
        this.jobs = jobs;
        this.replays = replays;
        this.work = work;
    }

    @Override
    protected void first() {
        replays.forgetOlder();
    }

    @Override
    protected void round() {
        replays.tidy();
        for (var job = jobs.claim(node); isRunning() && job.isPresent(); job = jobs.claim(node)) {
            run(job.get());
            replays.tidy();
        }
    }

    private void run(Job job) {
        try {
            boolean whole = work.on(job, (done, millis) -> isRunning() && jobs.goesOn(job.id(), node, done, millis));
            jobs.end(job.id(), node, whole ? State.DONE : State.WAITING);
        } catch (TakenOver e) {
            LOG.info("Another node goes on with replay {}", job.id().value());
            jobs.end(job.id(), node, State.WAITING); // nothing happens where it is that node's
        } catch (RuntimeException e) {
            LOG.warn(
                    "Replay {} was broken off: {}",
                    job.id().value(),
                    e.getClass().getName());
            jobs.end(job.id(), node, Outage.caused(e) ? State.WAITING : State.FAILED);
        }
    }
}
