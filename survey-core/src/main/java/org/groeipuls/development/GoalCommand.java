package org.groeipuls.development;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a goal of the organisation. */
public sealed interface GoalCommand {
    /**
     * Sets a goal; what is known already is changed.
     *
     * @param today the day on which it is said
     */
    record SetGoal(@TargetAggregateIdentifier GoalId goal, Aim aim, LocalDate today) implements GoalCommand {}

    /** Says that its name was erased. */
    record RemoveGoalWords(@TargetAggregateIdentifier GoalId goal) implements GoalCommand {}
}
