package org.groeipuls.action;

import org.groeipuls.refusal.Refusal;

/** An action cannot be recorded as it was sent; the message says what to change. */
public final class ActionNotRecordable extends Refusal {
    private static final long serialVersionUID = 1;

    ActionNotRecordable(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }
}
