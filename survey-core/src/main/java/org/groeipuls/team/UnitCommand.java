package org.groeipuls.team;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a unit. */
public sealed interface UnitCommand {
    /**
     * Makes a unit, or gives an existing one another name, parent or size.
     *
     * @param parent the unit above; none for the root
     * @param size how many leads answer in this unit, 0 or more
     * @param effectiveOn since when it holds; absent for from now on
     */
    record EstablishUnit(
            @TargetAggregateIdentifier UnitId unit,
            String name,
            @Nullable UnitId parent,
            int size,
            @Nullable LocalDate effectiveOn)
            implements UnitCommand {
        /** From now on. */
        public EstablishUnit(UnitId unit, String name, @Nullable UnitId parent, int size) {
            this(unit, name, parent, size, null);
        }
    }

    /** Ends a unit. Its id is not used again. */
    record CloseUnit(@TargetAggregateIdentifier UnitId unit, LocalDate effectiveOn) implements UnitCommand {}
}
