package org.groeipuls.api.years;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** The calendar of the programme, and what should come of it, worked out apart from the product. */
final class Diary {
    static final String PROGRAMME = "puls";
    static final String RULE = "FREQ=WEEKLY;INTERVAL=4";
    static final Instant BEGINNING = Instant.parse("2027-01-04T08:00:00Z");
    static final LocalDate FIRST = LocalDate.parse("2027-01-18");
    static final LocalDate LAST = LocalDate.parse("2028-12-31");

    /** A holiday, its last day included. */
    record Holiday(LocalDate from, LocalDate to) {
        Holiday(String from, String to) {
            this(LocalDate.parse(from), LocalDate.parse(to));
        }
    }

    static final List<Holiday> HOLIDAYS = List.of(
            new Holiday("2027-07-19", "2027-08-29"),
            new Holiday("2027-12-20", "2028-01-02"),
            new Holiday("2028-07-17", "2028-08-27"),
            new Holiday("2028-12-18", "2028-12-31"));

    private static final List<String> CYCLE =
            List.of("baseline", "F1", "F2", "F3", "F5", "F6", "F1", "F2", "F3", "F5", "F7");
    private static final List<String> TURNS = List.of("F1", "F2", "F3", "F5");

    private Diary() {}

    /** The days of the rule that lie in no holiday. */
    static List<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1), Period.ofWeeks(4))
                .filter(day -> !off(day))
                .toList();
    }

    static boolean off(LocalDate day) {
        return HOLIDAYS.stream().anyMatch(holiday -> !day.isBefore(holiday.from()) && !day.isAfter(holiday.to()));
    }

    /**
     * What the groups of a unit are asked.
     *
     * @param number of the pulse, from 0
     */
    static String form(int number, String unit, int year) {
        var form = CYCLE.get(number % CYCLE.size());
        int turn = TURNS.indexOf(form);
        if (turn >= 0) {
            return TURNS.get((turn + Math.floorMod(unit.hashCode(), TURNS.size())) % TURNS.size());
        }
        return form.equals("F6") && year % 2 == 0 ? "F4" : form;
    }

    /** The programme as HR asks for it: everything that can be left out is; leads get no mails that no pulse brings. */
    static String definition() {
        var breaks = HOLIDAYS.stream()
                .map(holiday -> "{'from':'%s','to':'%s'}".formatted(holiday.from(), holiday.to()))
                .toList();
        return """
                {'name':'Puls','instrument':'groeipuls@1','cadence':{'rule':'%s','startsOn':'%s','endsOn':'%s',\
                'zone':'Europe/Amsterdam','opensAt':'09:00','breaks':%s},'rules':{'tickets':'link'},\
                'mails':{'monthlyQuestion':false},'agreement':{'reference':'OR 2027/1','date':'2027-01-04'}}""".formatted(RULE, FIRST, LAST, breaks);
    }
}
