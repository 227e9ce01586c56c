package org.groeipuls.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.team.ReorganisationCommand.CarryOutReorganisation;
import org.groeipuls.team.ReorganisationCommand.PlanReorganisation;
import org.groeipuls.team.ReorganisationCommand.WithdrawReorganisation;
import org.groeipuls.team.ReorganisationEvent.ReorganisationPlanned;
import org.groeipuls.team.ReorganisationEvent.ReorganisationTookEffect;
import org.groeipuls.team.ReorganisationEvent.ReorganisationWithdrawn;
import org.jspecify.annotations.NullUnmarked;

/** A change of teams or units: put down for a day, then in effect. Saying the same twice changes nothing. */
@NullUnmarked
public final class Reorganisation {
    @AggregateIdentifier
    private ReorganisationId id;

    private OrganisationChange change;
    private LocalDate effectiveOn;
    private boolean done;
    private boolean withdrawn;

    Reorganisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlanReorganisation command) {
        if (isNew(command.reorganisation(), command.change(), command.effectiveOn(), command.today())) {
            apply(new ReorganisationPlanned(command.reorganisation(), command.change(), command.effectiveOn()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CarryOutReorganisation command) {
        isNew(command.reorganisation(), command.change(), command.effectiveOn(), command.today());
        if (!done) {
            apply(new ReorganisationTookEffect(
                    command.reorganisation(), command.change(), command.effectiveOn(), command.descents()));
        }
    }

    @CommandHandler
    void handle(WithdrawReorganisation command) {
        if (done) {
            throw ReorganisationRefused.done(command.reorganisation());
        }
        if (!withdrawn) {
            apply(new ReorganisationWithdrawn(command.reorganisation()));
        }
    }

    private boolean isNew(ReorganisationId wanted, OrganisationChange what, LocalDate from, LocalDate today) {
        if (change == null) {
            if (from.isBefore(today.minusYears(1)) || from.isAfter(today.plusYears(1))) {
                throw ReorganisationRefused.tooFar(from);
            }
            return true;
        }
        if (withdrawn) {
            throw ReorganisationRefused.withdrawn(wanted);
        }
        if (!change.equals(what) || !effectiveOn.equals(from)) {
            throw ReorganisationRefused.known(wanted);
        }
        return false;
    }

    @EventSourcingHandler
    void on(ReorganisationPlanned event) {
        id = event.reorganisation();
        change = event.change();
        effectiveOn = event.effectiveOn();
    }

    @EventSourcingHandler
    void on(ReorganisationTookEffect event) {
        id = event.reorganisation();
        change = event.change();
        effectiveOn = event.effectiveOn();
        done = true;
    }

    @EventSourcingHandler
    void on(ReorganisationWithdrawn event) {
        withdrawn = true;
    }
}
