package org.groeipuls.pulse;

import org.groeipuls.refusal.Refusal;

/** A pulse cannot be issued as it was asked for; the message says what to change. */
public final class PulseNotIssuable extends Refusal {
    private static final long serialVersionUID = 1;

    public PulseNotIssuable(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }
}
