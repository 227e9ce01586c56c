package org.groeipuls.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.team.TeamCommand.CloseTeam;
import org.groeipuls.team.TeamCommand.EstablishTeam;
import org.groeipuls.team.TeamEvent.TeamChanged;
import org.groeipuls.team.TeamEvent.TeamClosed;
import org.groeipuls.team.TeamEvent.TeamEstablished;
import org.jspecify.annotations.NullUnmarked;

/** A team: people with the same lead. Saying the same twice changes nothing. */
@NullUnmarked
public final class Team {
    @AggregateIdentifier
    private TeamId id;

    private TeamEstablished known;
    private boolean closed;

    Team() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EstablishTeam command) {
        IdReserved.check(command.team().value());
        Described.check(command.name(), command.size());
        if (closed) {
            throw ReorganisationRefused.teamClosed(command.team());
        }
        var wanted = new TeamEstablished(command.team(), command.name(), command.unit(), command.size());
        if (known == null) {
            apply(new TeamEstablished(
                    command.team(), command.name(), command.unit(), command.size(), command.effectiveOn()));
        } else if (!known.equals(wanted)) {
            apply(new TeamChanged(
                    command.team(), command.name(), command.unit(), command.size(), command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(CloseTeam command) {
        if (!closed) {
            apply(new TeamClosed(command.team(), command.effectiveOn()));
        }
    }

    @EventSourcingHandler
    void on(TeamEstablished event) {
        id = event.team();
        known = new TeamEstablished(event.team(), event.name(), event.unit(), event.size());
    }

    @EventSourcingHandler
    void on(TeamChanged event) {
        known = new TeamEstablished(event.team(), event.name(), event.unit(), event.size());
    }

    @EventSourcingHandler
    void on(TeamClosed event) {
        closed = true;
    }
}
