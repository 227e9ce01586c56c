package org.groeipuls.rule;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a rule. */
public sealed interface RuleCommand {
    /**
     * Adopts a rule under its version, for good; saying the same again changes nothing.
     *
     * @param validFrom pulses that close on or after this day (UTC) are computed with it; after {@code today}
     * @param today the day on which it is said
     */
    record AdoptRule(
            @TargetAggregateIdentifier RuleVersion rule, ScoringRule content, LocalDate validFrom, LocalDate today)
            implements RuleCommand {}
}
