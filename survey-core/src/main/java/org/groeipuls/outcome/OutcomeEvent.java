package org.groeipuls.outcome;

import java.util.SortedSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** What can happen to an outcome: it is stated, once. */
public sealed interface OutcomeEvent {
    OutcomeId outcome();

    /**
     * What was said about a group's line at a checkpoint, from released figures alone, so it tells nothing that they do
     * not.
     *
     * @param pulse the own point that the checkpoint fell on
     * @param result risen, fallen, about the same, cannot tell yet, or not enough data
     * @param lacks why there is not enough data; empty otherwise
     * @param d change since the anchor, points
     * @param se its standard error, points
     * @param p chance of at least this change where nothing changed, 0..1
     * @param mde80 the change that would have been noticed in 80 % of cases, points
     * @param turnover share of the group that came or went since the anchor, or at least came or went
     *     where of some pulses only sizes are known; absent where that least is not too much
     * @param rule name and version of how the line is computed and judged
     * @param calibration version of the constants at the checkpoint
     */
    record OutcomeStated(
            OutcomeId outcome,
            GroupId group,
            String construct,
            Anchored anchor,
            Checkpoint checkpoint,
            PulseId pulse,
            Outcome result,
            SortedSet<Basis.Lack> lacks,
            double d,
            double se,
            double p,
            double mde80,
            @Nullable Double turnover,
            String rule,
            String calibration)
            implements OutcomeEvent {}
}
