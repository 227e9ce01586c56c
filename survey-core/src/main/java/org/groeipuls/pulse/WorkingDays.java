package org.groeipuls.pulse;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Mondays to Fridays; of holidays nothing is known. */
public final class WorkingDays {
    /** So many working days after the count a group sees what its lead saw at once. */
    public static final int PREVIEW = 2;

    private WorkingDays() {}

    /** The last working day before a day. */
    public static LocalDate before(LocalDate day) {
        var at = day.minusDays(1);
        while (weekend(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** So many working days later. */
    public static LocalDate after(LocalDate day, int days) {
        var at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (!weekend(at)) {
                left--;
            }
        }
        return at;
    }

    /** Pulses that were counted up to this day are their group's to see. */
    public static LocalDate previewed(LocalDate today) {
        var counted = today;
        while (after(counted, PREVIEW).isAfter(today)) {
            counted = counted.minusDays(1);
        }
        return counted;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
