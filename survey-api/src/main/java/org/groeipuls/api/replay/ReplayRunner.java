package org.groeipuls.api.replay;

import java.util.concurrent.Semaphore;
import org.groeipuls.api.job.JobLoop;

/** Works on replays, one at a time. */
final class ReplayRunner extends JobLoop {
    private final JobTable jobs;
    private final Replays replays;
    private final ReplayWork work;

    /** @param bell rings when there may be something to do */
    ReplayRunner(JobTable jobs, Replays replays, ReplayWork work, Semaphore bell) {
        super("replays", jobs.turns(), bell);
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
        for (var job = jobs.claim(node()); isRunning() && job.isPresent(); job = jobs.claim(node())) {
            var taken = job.get();
            on(taken.id().value(), () -> whole(taken));
            replays.tidy();
        }
    }

    private boolean whole(Job job) {
        return work.on(job, headway -> isRunning() && jobs.goesOn(job.id(), node(), headway));
    }
}
