package org.groeipuls.pulse;

import org.groeipuls.refusal.Refusal;

/** Another pulse was issued under this id; an issued pulse is never edited. */
public final class PulseAlreadyIssued extends Refusal {
    private static final long serialVersionUID = 1;

    public PulseAlreadyIssued(PulseId pulse) {
        super(
                Kind.CONFLICT,
                "pulse-already-issued",
                "Pulse " + pulse.value() + " was issued with other content and cannot be edited; take another id,"
                        + " or cancel it first");
    }
}
