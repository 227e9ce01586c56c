package org.groeipuls.wording;

import org.groeipuls.refusal.Refusal;

/** A wording cannot be taken as it was sent; the message says what to change and never quotes it. */
public final class WordingNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;

    WordingNotAllowed(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }
}
