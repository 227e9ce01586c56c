package org.groeipuls.reference;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a series of earlier results. */
public sealed interface ReferenceCommand {
    /**
     * Imports it; what is known already is corrected.
     *
     * @param thisYear the year in which it is said
     */
    record ImportReference(@TargetAggregateIdentifier ReferenceId reference, EarlierResults results, int thisYear)
            implements ReferenceCommand {}
}
