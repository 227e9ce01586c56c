package org.groeipuls.team;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a unit. */
public sealed interface UnitCommand {
    /**
     * Makes a unit, or gives an existing one another name, parent or size.
     *
     * @param parent the unit above; none for the root
     * @param size how many leads answer in this unit, 0 or more
     */
    record EstablishUnit(
            @TargetAggregateIdentifier UnitId unit,
            String name,
            @Nullable UnitId parent,
            int size) implements UnitCommand {}
}
