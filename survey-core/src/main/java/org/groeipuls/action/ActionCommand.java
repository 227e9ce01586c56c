package org.groeipuls.action;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.team.TeamId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;

/** What can be asked of an action. */
public sealed interface ActionCommand {
    /**
     * Records what was agreed and how far it is; what is known already is corrected, concluded or reopened.
     *
     * @param outcome refers to what came of it; there exactly when the action is no longer open
     * @param today the day on which it is said
     */
    record RecordAction(
            @TargetAggregateIdentifier ActionId action,
            TeamId team,
            Agreed agreed,
            ActionState state,
            @Nullable WordingId outcome,
            LocalDate today)
            implements ActionCommand {}

    /** Says that its texts were erased. */
    record RemoveActionWords(@TargetAggregateIdentifier ActionId action, TeamId team) implements ActionCommand {}
}
