package org.groeipuls.trend;

import java.util.OptionalDouble;
import java.util.TreeSet;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Verdict;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a line at a checkpoint that was reached.
 *
 * @param pulse the own point that is the checkpoint
 * @param change since the anchor
 * @param turnover share of the group that came or went since the anchor, or the least it can be where of some pulses
 *     only sizes are known; absent where that least is not too much
 * @param rule name of how the line is computed and judged
 * @param calibration version of the constants at the checkpoint
 */
record Judged(
        Anchored anchor,
        Checkpoint checkpoint,
        PulseId pulse,
        Verdict verdict,
        Change change,
        @Nullable Double turnover,
        String rule,
        String calibration) {
    static OptionalDouble given(@Nullable Double turnover) {
        return turnover == null ? OptionalDouble.empty() : OptionalDouble.of(turnover);
    }

    OutcomeStated stated(GroupId group, String construct) {
        return new OutcomeStated(
                OutcomeId.of(group, construct, anchor, checkpoint),
                group,
                construct,
                anchor,
                checkpoint,
                pulse,
                verdict.outcome(),
                new TreeSet<>(verdict.lacks()),
                change.d(),
                change.se(),
                change.p(),
                change.mde80(),
                turnover,
                rule,
                calibration);
    }
}
