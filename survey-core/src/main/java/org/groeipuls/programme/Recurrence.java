package org.groeipuls.programme;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Reads recurrence rules. */
public interface Recurrence {
    /**
     * The days of a rule from its first on, ascending; perhaps without an end, and at least one.
     *
     * @param rule as in {@link Cadence#rule()}
     * @throws ProgrammeNotDefinable when it cannot be read, gives no day, or speaks of times of day
     */
    Stream<LocalDate> days(String rule, LocalDate startsOn);
}
