package org.groeipuls.ruling;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.rule.RuleEvent.RuleAdopted;

/** Keeps {@link RuleTable} up to date. */
@ProcessingGroup("views")
public final class RuleProjection {
    private final RuleTable rules;

    public RuleProjection(RuleTable rules) {
        this.rules = rules;
    }

    @EventHandler
    void on(RuleAdopted event) {
        rules.put(event);
    }

    @ResetHandler
    void startAgain() {
        rules.clear();
    }
}
