package org.groeipuls.pulse;

import org.groeipuls.refusal.Refusal;

/** The pulse is past, or not yet at, the point where this can be asked of it. */
public final class PulseNotInState extends Refusal {
    private static final long serialVersionUID = 1;

    PulseNotInState(PulseId pulse, String code, String message) {
        super(Kind.CONFLICT, code, "Pulse " + pulse.value() + " " + message);
    }
}
