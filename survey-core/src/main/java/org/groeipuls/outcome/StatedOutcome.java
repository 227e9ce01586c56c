package org.groeipuls.outcome;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.outcome.OutcomeCommand.StateOutcome;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.jspecify.annotations.NullUnmarked;

/** One judgement of a line. Once it is stated it stays, also when figures are restated under other constants. */
@NullUnmarked
public final class StatedOutcome {
    @AggregateIdentifier
    private OutcomeId id;

    StatedOutcome() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StateOutcome command) {
        if (id == null) {
            apply(command.stated());
        }
    }

    @EventSourcingHandler
    void on(OutcomeStated event) {
        id = event.outcome();
    }
}
