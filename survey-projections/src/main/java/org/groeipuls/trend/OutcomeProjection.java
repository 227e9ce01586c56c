package org.groeipuls.trend;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;

/** Keeps {@link OutcomeTable} up to date. */
@ProcessingGroup("views")
public final class OutcomeProjection {
    private final OutcomeTable outcomes;

    public OutcomeProjection(OutcomeTable outcomes) {
        this.outcomes = outcomes;
    }

    @EventHandler
    void on(OutcomeStated event) {
        outcomes.put(event);
    }

    @ResetHandler
    void startAgain() {
        outcomes.clear();
    }
}
