package org.groeipuls.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nobody is asked: holidays, or a single day off.
 *
 * @param to the last day, itself included; not before {@code from}
 * @param name what it is called, at most 100 characters
 */
public record Break(LocalDate from, LocalDate to, @Nullable String name) {
    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
