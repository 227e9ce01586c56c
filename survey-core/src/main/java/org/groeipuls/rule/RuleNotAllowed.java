package org.groeipuls.rule;

import org.groeipuls.refusal.Refusal;

/** A rule holds what a rule cannot hold; the message says what. */
public final class RuleNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;

    public RuleNotAllowed(String message) {
        super(Kind.UNACCEPTABLE, "rule-not-allowed", message);
    }
}
