package org.groeipuls.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a programme says about mails.
 *
 * @param reminders on which working days after the opening everybody is reminded, 1 being the first: at most two, ascending,
 *     before the close; empty for none, absent for the usual times
 * @param monthlyQuestion whether leads are asked once a month, by mail, which learning forms there were
 */
public record Mails(@Nullable List<Integer> reminders, boolean monthlyQuestion) {
    /** What holds where nothing is said. */
    public static final Mails USUAL = new Mails(null, true);

    /** Everybody is reminded so many times at most. */
    private static final int MOST_REMINDERS = 2;

    public Mails {
        reminders = reminders == null ? null : List.copyOf(reminders);
    }

    /** @throws ProgrammeNotDefinable when these are no days for reminders of a pulse that is open for so long */
    void check(int workingDays) {
        if (reminders == null) {
            return;
        }
        int before = 0;
        for (int day : reminders) {
            if (day <= before || day >= workingDays) {
                throw notAllowed(workingDays);
            }
            before = day;
        }
        if (reminders.size() > MOST_REMINDERS) {
            throw notAllowed(workingDays);
        }
    }

    private static ProgrammeNotDefinable notAllowed(int workingDays) {
        return new ProgrammeNotDefinable(
                "programme-reminders-not-allowed",
                "mails.reminders[] has at most two working days after the opening, the earlier one first, from 1 to "
                        + (workingDays - 1) + " where workingDays is " + workingDays);
    }
}
