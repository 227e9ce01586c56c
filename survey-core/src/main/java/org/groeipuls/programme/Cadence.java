package org.groeipuls.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.groeipuls.pulse.PulseDates;
import org.jspecify.annotations.Nullable;

/**
 * When the pulses of a programme open and close, by the clock on the wall: nine o'clock stays nine o'clock when clocks
 * change. An opening time that a day does not have, because clocks go forward over it, comes as much later.
 *
 * @param rule the days on which pulses open, as a recurrence rule of RFC 5545 such as
 *     {@code FREQ=WEEKLY;INTERVAL=4;BYDAY=MO}; at most 200 characters
 * @param startsOn the first day on which one may open, from which the rule counts
 * @param endsOn the last such day; absent when the rule itself ends or nobody knows yet
 * @param opensAt the time of day of opening and closing
 * @param workingDays for how many working days, Monday to Friday outside breaks, a pulse is open; 1 to 60
 * @param breaks when nobody is asked, in the order of their first days
 * @param ticketsAhead how many days before the opening tickets can be fetched, at least 1
 * @param issueAhead how many days before that the pulse is issued at the earliest, at least 1
 */
public record Cadence(
        String rule,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        ZoneId zone,
        LocalTime opensAt,
        int workingDays,
        List<Break> breaks,
        int ticketsAhead,
        int issueAhead) {
    /** Two openings lie at least this many days apart. */
    public static final int BETWEEN_OPENINGS = 14;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /** Whoever was asked sees the results so many working days after the close. */
    private static final int UNTIL_RESULTS = 2;

    /** @throws ProgrammeNotDefinable when it starts in a year that no calendar of an organisation has */
    public Cadence {
        if (startsOn.getYear() < FIRST_YEAR || startsOn.getYear() > LAST_YEAR) {
            throw new ProgrammeNotDefinable(
                    "programme-dates-not-allowed", "startsOn lies in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        breaks = breaks.stream()
                .sorted(java.util.Comparator.comparing(Break::from))
                .toList();
    }

    /** When the pulse of this day opens. */
    public Instant opening(LocalDate day) {
        return at(day).toInstant();
    }

    private ZonedDateTime at(LocalDate day) {
        return ZonedDateTime.of(day, opensAt, zone);
    }

    /** From when its tickets can be fetched: so many days earlier at the same time, and never less than 24 hours each. */
    public Instant ticketsFrom(LocalDate day) {
        var sameTime = at(day.minusDays(ticketsAhead)).toInstant();
        var wholeDays = opening(day).minus(Duration.ofDays(ticketsAhead));
        return sameTime.isBefore(wholeDays) ? sameTime : wholeDays;
    }

    /** From when the pulse of this day is issued. */
    public Instant issueFrom(LocalDate day) {
        return ticketsFrom(day).minus(Duration.ofDays(issueAhead));
    }

    /** Whether a day lies in a break. */
    public boolean off(LocalDate day) {
        return breaks.stream().anyMatch(one -> one.has(day));
    }

    /**
     * The day on which the pulse of this day closes, at the time at which it opened: the one after its last working day.
     * Empty when it does not come about: the day lies in a break, or more than half of the weekdays until the close do.
     */
    public Optional<LocalDate> closingDay(LocalDate day) {
        if (off(day)) {
            return Optional.empty();
        }
        int worked = 0;
        int free = 0;
        var at = day;
        while (worked < workingDays) {
            if (!weekend(at)) {
                if (off(at)) {
                    free++;
                } else {
                    worked++;
                }
            }
            if (free > workingDays) {
                return Optional.empty();
            }
            at = at.plusDays(1);
        }
        return Optional.of(at);
    }

    /** As if there were no breaks. */
    LocalDate plainClosingDay(LocalDate day) {
        var at = day;
        for (int worked = 0; worked < workingDays; at = at.plusDays(1)) {
            if (!weekend(at)) {
                worked++;
            }
        }
        return at;
    }

    /** The working day that comes so many after this day. */
    LocalDate workingDayAfter(LocalDate day, int number) {
        var at = day;
        for (int worked = 0; worked < number; ) {
            at = at.plusDays(1);
            if (!weekend(at) && !off(at)) {
                worked++;
            }
        }
        return at;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    PulseDates dates(LocalDate day, LocalDate closingDay) {
        return new PulseDates(ticketsFrom(day), opening(day), opening(closingDay));
    }

    /** The day on which those who were asked can expect the results of a pulse that closes then. */
    public LocalDate resultsOn(Instant closesAt) {
        return workingDayAfter(LocalDate.ofInstant(closesAt, zone), UNTIL_RESULTS);
    }

    /** The first day whose pulse can still be issued in time at this moment. */
    LocalDate firstReachable(Instant now) {
        var day = LocalDate.ofInstant(now, zone);
        while (!ticketsFrom(day).isAfter(now)) {
            day = day.plusDays(1);
        }
        return day.isBefore(startsOn) ? startsOn : day;
    }
}
