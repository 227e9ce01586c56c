package org.groeipuls.rule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.rule.RuleCommand.AdoptRule;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.jspecify.annotations.NullUnmarked;

/** One version of a rule: adopted once, the same for ever, for pulses that close on a day still to come. */
@NullUnmarked
public final class AdoptedRule {
    @AggregateIdentifier
    private RuleVersion version;

    private RuleAdopted adopted;

    AdoptedRule() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdoptRule command) {
        var wanted = new RuleAdopted(command.rule(), command.content(), command.validFrom());
        if (adopted == null) {
            if (command.rule().isReserved()) {
                throw new RuleAlreadyAdopted(command.rule());
            }
            if (!command.validFrom().isAfter(command.today())) {
                throw new RuleValidTooEarly(command.today().plusDays(1));
            }
            apply(wanted);
        } else if (!adopted.equals(wanted)) {
            throw new RuleAlreadyAdopted(command.rule());
        }
    }

    @EventSourcingHandler
    void on(RuleAdopted event) {
        version = event.rule();
        adopted = event;
    }
}
