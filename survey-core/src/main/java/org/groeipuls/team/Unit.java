package org.groeipuls.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.team.UnitCommand.CloseUnit;
import org.groeipuls.team.UnitCommand.EstablishUnit;
import org.groeipuls.team.UnitEvent.UnitChanged;
import org.groeipuls.team.UnitEvent.UnitClosed;
import org.groeipuls.team.UnitEvent.UnitEstablished;
import org.jspecify.annotations.NullUnmarked;

/** A department or another part of the organisation. Saying the same twice changes nothing. */
@NullUnmarked
public final class Unit {
    @AggregateIdentifier
    private UnitId id;

    private UnitEstablished known;
    private boolean closed;

    Unit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EstablishUnit command) {
        Described.check(command.name(), command.size());
        if (command.unit().equals(command.parent())) {
            throw new UnitAboveItself(command.unit());
        }
        if (closed) {
            throw ReorganisationRefused.unitClosed(command.unit());
        }
        var wanted = new UnitEstablished(command.unit(), command.name(), command.parent(), command.size());
        if (known == null) {
            apply(new UnitEstablished(
                    command.unit(), command.name(), command.parent(), command.size(), command.effectiveOn()));
        } else if (!known.equals(wanted)) {
            apply(new UnitChanged(
                    command.unit(), command.name(), command.parent(), command.size(), command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(CloseUnit command) {
        if (!closed) {
            apply(new UnitClosed(command.unit(), command.effectiveOn()));
        }
    }

    @EventSourcingHandler
    void on(UnitEstablished event) {
        id = event.unit();
        known = new UnitEstablished(event.unit(), event.name(), event.parent(), event.size());
    }

    @EventSourcingHandler
    void on(UnitChanged event) {
        known = new UnitEstablished(event.unit(), event.name(), event.parent(), event.size());
    }

    @EventSourcingHandler
    void on(UnitClosed event) {
        closed = true;
    }
}
