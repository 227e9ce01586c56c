package org.groeipuls.rule;

import java.time.LocalDate;

/** What can happen to a rule: it is adopted, once. */
public sealed interface RuleEvent {
    RuleVersion rule();

    /**
     * A rule was adopted: scores of pulses that close on or after the day are computed with it, and begin new lines where
     * they come out otherwise. What was shown before stays. It says how released figures are added up, so nobody can infer
     * more from it than those tell.
     *
     * @param validFrom a day (UTC) after the one on which it was adopted
     */
    record RuleAdopted(RuleVersion rule, ScoringRule content, LocalDate validFrom) implements RuleEvent {}
}
