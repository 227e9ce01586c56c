package org.groeipuls.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** A programme that can be defined as it stands; a test changes the one thing it is about. */
final class Series {
    static final ProgrammeId PROGRAMME = new ProgrammeId("monthly");
    static final Instrument GROEIPULS = Catalogue.builtIn().getFirst();
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    String name = "Monthly";
    LocalDate startsOn = FIRST;

    @Nullable
    LocalDate endsOn;

    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    LocalTime opensAt = LocalTime.of(9, 0);
    int workingDays = 8;
    List<Break> breaks = List.of();
    int ticketsAhead = 1;
    int issueAhead = 7;
    int weeks = 4;
    List<String> cycle = GROEIPULS.cycle();

    @Nullable
    String yearly;

    @Nullable
    List<GroupId> groups;

    PulseRules rules = PulseRules.DEFAULT;

    @Nullable
    Agreement agreement = new Agreement("OR 2026/4", FIRST);

    @Nullable
    Mails mails;

    boolean ended;

    Cadence cadence() {
        return new Cadence(
                "FREQ=WEEKLY;INTERVAL=" + weeks,
                startsOn,
                endsOn,
                zone,
                opensAt,
                workingDays,
                breaks,
                ticketsAhead,
                issueAhead);
    }

    Definition definition() {
        return new Definition(
                name,
                GROEIPULS.key(),
                cadence(),
                cycle,
                yearly,
                groups,
                true,
                rules,
                true,
                365,
                agreement,
                mails,
                ended);
    }

    /** The days of its rule over so many years. */
    List<LocalDate> days(int years) {
        return Stream.iterate(startsOn, day -> day.isBefore(startsOn.plusYears(years)), day -> day.plusWeeks(weeks))
                .toList();
    }

    /** The pulses of so many years. */
    List<Planned> planned(int years) {
        return Plan.of(PROGRAMME, definition(), days(years), null);
    }

    /** Summer and Christmas holidays, Good Friday and the other days off in the Netherlands, in all of these years. */
    static List<Break> holidays(int from, int to) {
        List<Break> breaks = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            breaks.add(new Break(LocalDate.of(year, 7, 13), LocalDate.of(year, 8, 21), "Summer"));
            breaks.add(new Break(LocalDate.of(year, 12, 21), LocalDate.of(year + 1, 1, 3), "Christmas"));
            breaks.add(new Break(LocalDate.of(year, 4, 27), LocalDate.of(year, 4, 27), "King's day"));
            breaks.add(new Break(LocalDate.of(year, 5, 5), LocalDate.of(year, 5, 5), null));
        }
        return breaks;
    }
}
