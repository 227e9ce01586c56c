package org.groeipuls.team;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a change of the organisation. */
public sealed interface ReorganisationCommand {
    /**
     * Puts a change down for a day that is to come.
     *
     * @param effectiveOn the day from which it holds, at most a year away
     */
    record PlanReorganisation(
            @TargetAggregateIdentifier ReorganisationId reorganisation,
            OrganisationChange change,
            LocalDate effectiveOn,
            LocalDate today)
            implements ReorganisationCommand {}

    /**
     * Says that a change holds now; teams, units and groups are told by commands of their own.
     *
     * @param effectiveOn the day from which it holds, today or up to a year ago
     * @param descents who comes from where; empty when no team has other people than before
     */
    record CarryOutReorganisation(
            @TargetAggregateIdentifier ReorganisationId reorganisation,
            OrganisationChange change,
            LocalDate effectiveOn,
            List<Descent> descents,
            LocalDate today)
            implements ReorganisationCommand {}

    /** Takes back a change that does not hold yet. */
    record WithdrawReorganisation(@TargetAggregateIdentifier ReorganisationId reorganisation)
            implements ReorganisationCommand {}
}
