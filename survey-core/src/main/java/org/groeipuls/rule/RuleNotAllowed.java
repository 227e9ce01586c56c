package org.groeipuls.rule;

import org.groeipuls.refusal.Refusal;

/** A rule holds what a rule cannot hold; the message says what. */
public final class RuleNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;

    public RuleNotAllowed(String message) {
        super(Kind.UNACCEPTABLE, "rule-not-allowed", message);
    }

    private RuleNotAllowed(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }

    /** One is agreed with where the other is denied, and answers of one would count the other way round. */
    static RuleNotAllowed turned(String before, String after) {
        return new RuleNotAllowed(
                "mapping-turned",
                before + " and " + after
                        + " are turned the other way round; a mapping carries answers over as they are");
    }
}
