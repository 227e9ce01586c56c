package org.groeipuls.intervention;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.intervention.InterventionCommand.RecordIntervention;
import org.groeipuls.intervention.InterventionCommand.WithdrawIntervention;
import org.groeipuls.intervention.InterventionEvent.InterventionCorrected;
import org.groeipuls.intervention.InterventionEvent.InterventionEnded;
import org.groeipuls.intervention.InterventionEvent.InterventionRecorded;
import org.groeipuls.intervention.InterventionEvent.InterventionWithdrawn;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.NullUnmarked;

/** Something that was done in one or more teams so that people learn. Saying the same twice changes nothing. */
@NullUnmarked
public final class Intervention {
    @AggregateIdentifier
    private InterventionId id;

    private Particulars known;
    private boolean withdrawn;

    Intervention() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordIntervention command) {
        var wanted = command.particulars();
        if (known == null) {
            RecordingRules.check(command);
            apply(new InterventionRecorded(command.intervention(), wanted));
            return;
        }
        isOf(command.team());
        if (withdrawn) {
            throw new InterventionAlreadyWithdrawn(id);
        }
        if (!known.equals(wanted)) {
            RecordingRules.check(command);
            apply(
                    known.endedOn() == null
                                    && known.ended(wanted.endedOn(), wanted.sessions())
                                            .equals(wanted)
                                    && wanted.endedOn() != null
                            ? new InterventionEnded(id, wanted.endedOn(), wanted.sessions())
                            : new InterventionCorrected(id, wanted));
        }
    }

    @CommandHandler
    void handle(WithdrawIntervention command) {
        isOf(command.team());
        if (!withdrawn) {
            apply(new InterventionWithdrawn(id));
        }
    }

    private void isOf(TeamId team) {
        if (!known.teams().contains(team)) {
            throw new InterventionOfOtherTeams(id);
        }
    }

    @EventSourcingHandler
    void on(InterventionRecorded event) {
        id = event.intervention();
        known = event.particulars();
    }

    @EventSourcingHandler
    void on(InterventionCorrected event) {
        known = event.particulars();
    }

    @EventSourcingHandler
    void on(InterventionEnded event) {
        known = known.ended(event.endedOn(), event.sessions());
    }

    @EventSourcingHandler
    void on(InterventionWithdrawn event) {
        withdrawn = true;
    }
}
