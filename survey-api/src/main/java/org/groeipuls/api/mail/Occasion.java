package org.groeipuls.api.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.pulse.WorkingDays;
import org.jspecify.annotations.Nullable;

/** When a letter of the running pulse is due. It follows from the pulse's dates alone, never from what was answered. */
public record Occasion(LetterKind kind, Instant due) {
    /** Everybody is reminded so many times at most (R11). */
    static final int MOST_REMINDERS = 2;

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Duration APART = Duration.ofDays(1);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /**
     * The letters of a pulse that runs, in the order in which they are due.
     *
     * @param reminders the times that HR chose; absent: the usual ones
     */
    static List<Occasion> of(KnownPulse pulse, @Nullable List<Instant> reminders) {
        var dates = pulse.issued().dates();
        List<Occasion> occasions = new ArrayList<>();
        if (pulse.issued().rules().tickets() == TicketMode.BLIND
                && dates.ticketsFrom().isBefore(dates.opensAt())) {
            occasions.add(new Occasion(LetterKind.ENTRY_CODE, dates.ticketsFrom()));
        }
        occasions.add(new Occasion(LetterKind.OPEN, dates.opensAt()));
        var times = reminders == null ? usual(dates.opensAt(), pulse.closesAt()) : reminders;
        var kinds = List.of(LetterKind.REMINDER_1, LetterKind.REMINDER_2);
        for (int i = 0; i < times.size(); i++) {
            occasions.add(new Occasion(kinds.get(i), times.get(i)));
        }
        return occasions;
    }

    /** Halfway, and one working day before the end; fewer when they would come within a day of each other. */
    static List<Instant> usual(Instant opensAt, Instant closesAt) {
        var end = closesAt.atZone(ZONE);
        var last = WorkingDays.before(end.toLocalDate())
                .atTime(end.toLocalTime())
                .atZone(ZONE)
                .toInstant();
        var half = opensAt.plusSeconds(Duration.between(opensAt, closesAt).toSeconds() / 2);
        List<Instant> times = new ArrayList<>();
        if (!half.isBefore(opensAt.plus(APART)) && !last.isBefore(half.plus(APART))) {
            times.add(half);
        }
        if (!last.isBefore(opensAt.plus(APART))) {
            times.add(last);
        }
        return times;
    }

    /** When the results letter of a pulse that was counted on this day is due: two working days later. */
    static Instant results(LocalDate countedOn) {
        return WorkingDays.after(countedOn, WorkingDays.PREVIEW)
                .atTime(MORNING)
                .atZone(ZONE)
                .toInstant();
    }
}
