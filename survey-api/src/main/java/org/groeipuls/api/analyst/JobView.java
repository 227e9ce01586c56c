package org.groeipuls.api.analyst;

import java.time.Duration;
import org.groeipuls.api.rebuild.RebuildJob;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.ReplayId;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param done events that were read
 * @param total events that are to be read; 0 until it has begun
 * @param eta about how much longer it takes, ISO 8601; absent while that is not known, and afterwards
 */
public record JobView(
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
                new ReplayId(job.job()), Job.State.valueOf(job.state().name()), job.done(), job.total(), job.eta());
    }
}
