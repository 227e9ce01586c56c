package org.groeipuls.mirror;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/** What can be asked of a lead's own answers. */
public sealed interface MirrorCommand {
    /**
     * Answers, or answers otherwise.
     *
     * @param form the leader's form that was asked
     * @param sealed see {@link MirrorAnswers}
     * @param counted whether the pulse was counted
     */
    record AnswerMirror(
            @TargetAggregateIdentifier MirrorId mirror,
            GroupId group,
            PulseId pulse,
            String form,
            String sealed,
            boolean counted)
            implements MirrorCommand {}

    /** Shows the answers to the group, for good. */
    record ShareMirror(@TargetAggregateIdentifier MirrorId mirror, boolean counted) implements MirrorCommand {}
}
