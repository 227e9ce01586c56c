package org.groeipuls.calibration;

import org.groeipuls.refusal.Refusal;

/** A constant is outside what it can be; the message says which. */
public final class ConstantsNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;

    ConstantsNotAllowed(String message) {
        super(Kind.UNACCEPTABLE, "constants-not-allowed", message);
    }
}
