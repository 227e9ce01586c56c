package org.groeipuls.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in a series of pulses. A pulse that was skipped or cancelled took no turn.
 *
 * @param number the how manieth pulse it is, from 1
 * @param step where in the cycle of forms it stands, from 0; for a yearly form where the one before it stood
 * @param yearly whether the yearly form comes
 */
public record Turn(int number, int step, boolean yearly) {
    /** Leads are asked to look in the mirror in the first pulse and in every third after it. */
    private static final int LEADERS_EVERY = 3;

    /** A turn that was taken, and the day on which its pulse opened. */
    public record Taken(LocalDate day, Turn turn) {}

    /** @param last the turn before; none for the first pulse of all */
    static Turn on(LocalDate day, @Nullable Taken last, Definition definition) {
        if (last == null) {
            return new Turn(1, 0, false);
        }
        var before = last.turn();
        boolean yearly =
                definition.yearly() != null && day.getYear() > last.day().getYear();
        return new Turn(before.number() + 1, yearly ? before.step() : before.step() + 1, yearly);
    }

    /** Whether leads fill in their own form beside this pulse. */
    public boolean leadersAsked() {
        return number % LEADERS_EVERY == 1;
    }
}
