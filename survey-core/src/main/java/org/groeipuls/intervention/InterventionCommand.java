package org.groeipuls.intervention;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.team.TeamId;

/** What can be asked of an intervention. */
public sealed interface InterventionCommand {
    /**
     * Records what took place or is about to; what is known already is corrected, or ends.
     *
     * @param team one of the teams it was for, on whose behalf it is said
     * @param today the day on which it is said
     */
    record RecordIntervention(
            @TargetAggregateIdentifier InterventionId intervention,
            TeamId team,
            Particulars particulars,
            LocalDate today)
            implements InterventionCommand {}

    /**
     * Takes back what was recorded by mistake.
     *
     * @param team one of the teams it was recorded for
     */
    record WithdrawIntervention(@TargetAggregateIdentifier InterventionId intervention, TeamId team)
            implements InterventionCommand {}
}
