package org.groeipuls.rule;

import java.time.LocalDate;
import org.groeipuls.refusal.Refusal;

/** A rule cannot hold for a day on which a pulse may have closed already. */
public final class RuleValidTooEarly extends Refusal {
    private static final long serialVersionUID = 1;

    RuleValidTooEarly(LocalDate first) {
        super(
                Kind.UNACCEPTABLE,
                "rule-valid-too-early",
                "A rule holds from a day to come, so that no closed pulse is computed otherwise: validFrom is " + first
                        + " or later");
    }
}
