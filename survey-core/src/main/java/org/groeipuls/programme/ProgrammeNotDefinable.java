package org.groeipuls.programme;

import org.groeipuls.refusal.Refusal;

/** A programme cannot be defined as it was sent; the message says what to change. */
public final class ProgrammeNotDefinable extends Refusal {
    private static final long serialVersionUID = 1;

    public ProgrammeNotDefinable(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }
}
