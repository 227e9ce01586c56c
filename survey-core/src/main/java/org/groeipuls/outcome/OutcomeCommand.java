package org.groeipuls.outcome;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;

/** What can be asked of an outcome. */
public sealed interface OutcomeCommand {
    /** States what can be said at a checkpoint; asked for again it changes nothing, whatever would be said by then. */
    record StateOutcome(@TargetAggregateIdentifier OutcomeId outcome, OutcomeStated stated) implements OutcomeCommand {
        /** The command for this event. */
        public static StateOutcome of(OutcomeStated stated) {
            return new StateOutcome(stated.outcome(), stated);
        }
    }
}
