package org.groeipuls.reference;

import org.groeipuls.refusal.Refusal;

/** Earlier results cannot be imported as they were sent; the message says what to change. */
public final class ReferenceNotImportable extends Refusal {
    private static final long serialVersionUID = 1;

    ReferenceNotImportable(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }
}
