package org.groeipuls.api.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is asked that the views be made anew, and told how far that is. */
public final class Rebuilds {
    private static final int DAYS = 30;

    private final RebuildTable jobs;
    private final Runnable wake;

    /** @param wake has whoever works on jobs look now */
    Rebuilds(RebuildTable jobs, Runnable wake) {
        this.jobs = jobs;
        this.wake = wake;
    }

    /** Has it done as soon as its turn comes; one that waits already is the same one. */
    public synchronized RebuildJob begin() {
        jobs.deleteOverBefore(jobs.today().minusDays(DAYS));
        var waiting = jobs.all().stream()
                .filter(job -> job.state() == RebuildJob.State.WAITING)
                .findFirst();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        var id = UUID.randomUUID().toString().replace("-", "");
        jobs.add(id);
        wake.run();
        return jobs.find(id).orElseThrow();
    }

    /** All of the last days, the newest first. */
    public List<RebuildJob> all() {
        return jobs.all();
    }

    public Optional<RebuildJob> find(String job) {
        return jobs.find(job);
    }
}
