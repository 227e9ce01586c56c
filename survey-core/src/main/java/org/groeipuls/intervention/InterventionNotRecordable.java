package org.groeipuls.intervention;

import org.groeipuls.refusal.Refusal;

/** An intervention cannot be recorded as it was sent; the message says what to change. */
public final class InterventionNotRecordable extends Refusal {
    private static final long serialVersionUID = 1;

    InterventionNotRecordable(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }
}
