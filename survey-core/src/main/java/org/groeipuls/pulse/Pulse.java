package org.groeipuls.pulse;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.pulse.PulseCommand.CancelPulse;
import org.groeipuls.pulse.PulseCommand.ClosePulse;
import org.groeipuls.pulse.PulseCommand.CompleteCount;
import org.groeipuls.pulse.PulseCommand.ExtendPulse;
import org.groeipuls.pulse.PulseCommand.IssuePulse;
import org.groeipuls.pulse.PulseCommand.OpenPulse;
import org.groeipuls.pulse.PulseEvent.PulseCancelled;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseExtended;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.jspecify.annotations.NullUnmarked;

/** One administration of an instrument. Every step can be asked for again without happening twice. */
@NullUnmarked
public final class Pulse {
    @AggregateIdentifier
    private PulseId id;

    private PulseIssued issued;
    private PulseState state;
    private Instant closesAt;
    private boolean extended;

    Pulse() {}

    /** What is frozen when a pulse is issued so. */
    public static PulseIssued frozen(IssuePulse command) {
        return new PulseIssued(
                command.pulse(),
                command.instrument(),
                command.rules(),
                command.dates(),
                command.units(),
                command.groups(),
                command.keys(),
                command.agreement(),
                command.demonstration(),
                command.roster(),
                command.openText());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssuePulse command) {
        var wanted = frozen(command);
        if (issued == null) {
            IssuingRules.check(command);
            apply(wanted);
        } else if (!issued.equals(wanted)) {
            throw new PulseAlreadyIssued(command.pulse());
        }
    }

    @CommandHandler
    void handle(OpenPulse command) {
        if (state == PulseState.ISSUED) {
            if (command.now().isBefore(issued.dates().opensAt())) {
                throw new PulseNotInState(
                        id, "pulse-not-due", "opens at " + issued.dates().opensAt());
            }
            apply(new PulseOpened(id));
        }
    }

    @CommandHandler
    void handle(ExtendPulse command) {
        if (extended && closesAt.equals(command.closesAt())) {
            return;
        }
        if (extended) {
            throw new PulseNotInState(id, "pulse-already-extended", "was extended already; that happens once");
        }
        if (state != PulseState.ISSUED && state != PulseState.OPEN
                || !command.now().isBefore(closesAt)) {
            throw new PulseNotInState(id, "pulse-not-open", "has ended and cannot be extended");
        }
        if (!command.closesAt().isAfter(closesAt)) {
            throw new PulseNotIssuable("dates-not-allowed", "A pulse is extended to a later instant than " + closesAt);
        }
        apply(new PulseExtended(id, command.closesAt()));
    }

    @CommandHandler
    void handle(ClosePulse command) {
        if (state == PulseState.ISSUED) {
            throw new PulseNotInState(id, "pulse-not-open", "has not been opened");
        }
        if (state == PulseState.OPEN) {
            if (command.now().isBefore(closesAt)) {
                throw new PulseNotInState(id, "pulse-not-due", "closes at " + closesAt + " and never earlier");
            }
            apply(new PulseClosed(id));
        }
    }

    @CommandHandler
    void handle(CompleteCount command) {
        if (state == PulseState.COUNTED) {
            return;
        }
        if (state != PulseState.CLOSED) {
            throw new PulseNotInState(id, "pulse-not-closed", "is not closed");
        }
        apply(new PulseCounted(id));
    }

    @CommandHandler
    void handle(CancelPulse command) {
        if (state == PulseState.CANCELLED) {
            return;
        }
        if (state == PulseState.COUNTED) {
            throw new PulseNotInState(id, "pulse-already-counted", "was counted and cannot be cancelled");
        }
        if (command.reason().isBlank() || command.reason().length() > 500) {
            throw new PulseNotIssuable(
                    "reason-missing", "Say why in 1 to 500 characters; everyone who was asked reads it");
        }
        apply(new PulseCancelled(id, command.reason()));
    }

    @EventSourcingHandler
    void on(PulseIssued event) {
        id = event.pulse();
        issued = event;
        state = PulseState.ISSUED;
        closesAt = event.dates().closesAt();
    }

    @EventSourcingHandler
    void on(PulseOpened event) {
        state = PulseState.OPEN;
    }

    @EventSourcingHandler
    void on(PulseExtended event) {
        closesAt = event.closesAt();
        extended = true;
    }

    @EventSourcingHandler
    void on(PulseClosed event) {
        state = PulseState.CLOSED;
    }

    @EventSourcingHandler
    void on(PulseCounted event) {
        state = PulseState.COUNTED;
    }

    @EventSourcingHandler
    void on(PulseCancelled event) {
        state = PulseState.CANCELLED;
    }
}
