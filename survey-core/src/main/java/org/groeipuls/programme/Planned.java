package org.groeipuls.programme;

import java.time.LocalDate;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;

/**
 * A pulse to come, as far as can be said now.
 *
 * @param day on which it opens, where the programme's clock hangs
 * @param skipped why it does not come about; absent for one that does
 * @param dates absent for one that does not
 * @param turn whose turn it would be
 */
public record Planned(
        LocalDate day,
        PulseId pulse,
        Turn turn,
        @Nullable PulseDates dates,
        @Nullable Reason skipped) {}
