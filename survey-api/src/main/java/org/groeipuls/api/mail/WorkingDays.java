package org.groeipuls.api.mail;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Mondays to Fridays. */
final class WorkingDays {
    private WorkingDays() {}

    static LocalDate workingDayBefore(LocalDate day) {
        var at = day.minusDays(1);
        while (weekend(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    static LocalDate workingDayAfter(LocalDate day) {
        var at = day.plusDays(1);
        while (weekend(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
