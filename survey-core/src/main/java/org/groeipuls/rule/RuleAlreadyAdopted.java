package org.groeipuls.rule;

import org.groeipuls.refusal.Refusal;

/** Another rule stands under this version already. */
public final class RuleAlreadyAdopted extends Refusal {
    private static final long serialVersionUID = 1;

    RuleAlreadyAdopted(RuleVersion rule) {
        super(
                Kind.CONFLICT,
                "rule-already-adopted",
                "Another rule stands under " + rule.value() + " and never changes: adopt yours under a new version");
    }
}
