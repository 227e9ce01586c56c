package org.groeipuls.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can happen to a unit. */
public sealed interface UnitEvent {
    UnitId unit();

    /** A unit came to be. Names and sizes of units are known to everyone in the organisation; nobody's name is in it. */
    record UnitEstablished(
            UnitId unit,
            String name,
            @Nullable UnitId parent,
            int size,
            @Nullable LocalDate effectiveOn) implements UnitEvent {
        /** From the day on which it is said. */
        public UnitEstablished(UnitId unit, String name, @Nullable UnitId parent, int size) {
            this(unit, name, parent, size, null);
        }
    }

    /** A unit got another name, parent or size. Says of nobody what they answered; sizes are known in the organisation. */
    record UnitChanged(
            UnitId unit,
            String name,
            @Nullable UnitId parent,
            int size,
            @Nullable LocalDate effectiveOn) implements UnitEvent {
        /** From the day on which it is said. */
        public UnitChanged(UnitId unit, String name, @Nullable UnitId parent, int size) {
            this(unit, name, parent, size, null);
        }
    }

    /** A unit is there no more. Everybody in the organisation knows it; it says nothing of answers and names nobody. */
    record UnitClosed(UnitId unit, LocalDate effectiveOn) implements UnitEvent {}
}
