package org.groeipuls.api.employee;

import java.time.Instant;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;

/** A ticket is not issued. Never says anything about whom else the pulse asks. */
public final class TicketRefusal extends Refusal {
    private static final long serialVersionUID = 1;

    private TicketRefusal(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static TicketRefusal byLink(PulseId pulse) {
        return new TicketRefusal(
                Kind.CONFLICT,
                "pulse-by-link",
                "Pulse " + pulse.value() + " is answered with a personal link; use the one you were sent");
    }

    static TicketRefusal tooEarly(PulseId pulse, Instant from) {
        return new TicketRefusal(
                Kind.CONFLICT,
                "tickets-too-early",
                "Tickets of pulse " + pulse.value() + " can be fetched from " + from);
    }

    static TicketRefusal closed(PulseId pulse) {
        return new TicketRefusal(
                Kind.CONFLICT, "pulse-closed", "Pulse " + pulse.value() + " has ended; it issues no tickets any more");
    }

    static TicketRefusal alreadyIssued(PulseId pulse) {
        return new TicketRefusal(
                Kind.CONFLICT,
                "ticket-already-issued",
                "You have a ticket of pulse " + pulse.value() + " for another message; there is one for everybody");
    }

    static TicketRefusal noMessage() {
        return new TicketRefusal(
                Kind.UNACCEPTABLE,
                "blinded-message-not-allowed",
                "A blinded message is a number of 256 bytes below the modulus of your group's ticket key, in base64");
    }
}
