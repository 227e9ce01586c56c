package org.groeipuls.development;

import org.groeipuls.refusal.Refusal;

/** A goal cannot be set as it was sent; the message says what to change. */
public final class GoalNotSettable extends Refusal {
    private static final long serialVersionUID = 1;

    GoalNotSettable(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }
}
