package org.groeipuls.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.TicketMode;

/**
 * The pulses of the demonstration, relative to now: 26 counted ones, every four weeks over two years, then an open one
 * per department and a scheduled one.
 *
 * @param now the clock's time once the demonstration is filled
 */
record DemoSchedule(Instant now) {
    /** How many pulses have been counted by now. */
    static final int COUNTED = 26;

    /** The place in the row of the pulses that are open now. */
    static final int OPEN = COUNTED + 1;

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int WEEKS = 4;
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final String ROTATE = "rotate";
    private static final String WITH_OPEN_QUESTION = "F4";
    private static final String INSTRUMENT = "groeipuls@1";

    /** HR left this group out of these pulses, when it moved and when it had a new system: isolated gaps. */
    static final String LEFT_OUT = DemoOrganisation.RECORDS;

    private static final List<Integer> WITHOUT = List.of(10, 19);

    /** The counted pulse at this place, 1 to 26. */
    PulsePlan counted(int place) {
        List<String> groups = DemoOrganisation.groups().stream()
                .map(DemoOrganisation.Group::id)
                .filter(group -> !(group.equals(LEFT_OUT) && WITHOUT.contains(place)))
                .toList();
        LocalDate monday = monday(place);
        return plan(
                "peiling-%02d".formatted(place),
                groups,
                monday,
                at(monday.plusDays(9), CLOSES),
                ROTATE,
                TicketMode.LINK);
    }

    /**
     * The open pulses, one per department; the first closes within a day of now. The first asks by link, the others with
     * blind tickets; in the first two whoever tries them finds an open question.
     */
    List<PulsePlan> open() {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        List<Instant> ends = List.of(
                now.plus(20, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS),
                at(today.plusDays(3), CLOSES),
                at(today.plusDays(6), CLOSES));
        List<PulsePlan> plans = new ArrayList<>();
        for (String department : DemoOrganisation.departments()) {
            plans.add(plan(
                    "peiling-%02d-%s".formatted(OPEN, department),
                    DemoOrganisation.groupsOf(department),
                    monday(OPEN),
                    ends.get(plans.size()),
                    plans.size() < 2 ? WITH_OPEN_QUESTION : ROTATE,
                    plans.isEmpty() ? TicketMode.LINK : TicketMode.BLIND));
        }
        return List.copyOf(plans);
    }

    /** The pulse that has been announced and not opened. */
    PulsePlan scheduled() {
        LocalDate monday = monday(OPEN + 1);
        var groups = DemoOrganisation.groups().stream()
                .map(DemoOrganisation.Group::id)
                .toList();
        return plan(
                "peiling-%02d".formatted(OPEN + 1),
                groups,
                monday,
                at(monday.plusDays(9), CLOSES),
                ROTATE,
                TicketMode.BLIND);
    }

    /** The start of the story: a week before the first pulse is issued. */
    Instant beginning() {
        return at(monday(1).minusDays(10), OPENS);
    }

    /** The Monday on which the pulse at this place opens; that of the open ones lies one to seven days back. */
    LocalDate monday(int place) {
        LocalDate last =
                LocalDate.ofInstant(now, ZONE).minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return last.plusWeeks((long) WEEKS * (place - OPEN));
    }

    private static PulsePlan plan(
            String pulse, List<String> groups, LocalDate monday, Instant closesAt, String form, TicketMode tickets) {
        return new PulsePlan(
                pulse,
                INSTRUMENT,
                form,
                groups,
                at(monday.minusDays(3), OPENS),
                at(monday, OPENS),
                closesAt,
                Disclosure.BANDED,
                tickets);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
