package org.groeipuls.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.groeipuls.programme.ProgrammeCommand.DefineProgramme;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.OpenText;
import org.jspecify.annotations.Nullable;

/** What has to hold before a programme can be defined, one named rule each. */
final class DefiningRules {
    private static final int MOST_BREAKS = 200;
    private static final int LONGEST_BREAK = 366;
    private static final int MOST_FORMS = 60;

    private DefiningRules() {}

    static void check(DefineProgramme command) {
        var definition = command.definition();
        itHasAName(definition);
        numbersAreInRange(definition.cadence());
        definition.mailing().check(definition.cadence().workingDays());
        breaksAreDays(definition.cadence().breaks());
        someFormComes(definition);
        someGroupIsAsked(definition);
        definition.rules().check();
        OpenText.checkRetention(definition.textRetentionDays());
        if (!command.demonstration()) {
            theWorksCouncilAgreed(definition.agreement());
        }
        if (!definition.ended()) {
            daysLieApart(definition.cadence(), command.days());
        }
    }

    private static void itHasAName(Definition definition) {
        if (!isText(definition.name(), 200)) {
            throw new ProgrammeNotDefinable("programme-name-missing", "name is 1 to 200 characters");
        }
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private static void numbersAreInRange(Cadence cadence) {
        range("workingDays", cadence.workingDays(), 60);
        range("ticketsAhead", cadence.ticketsAhead(), 30);
        range("issueAhead", cadence.issueAhead(), 60);
        var endsOn = cadence.endsOn();
        if (endsOn != null && endsOn.isBefore(cadence.startsOn())) {
            throw new ProgrammeNotDefinable("programme-dates-not-allowed", "endsOn lies at or after startsOn");
        }
    }

    private static void range(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new ProgrammeNotDefinable("cadence-number-not-allowed", name + " is 1 to " + most);
        }
    }

    private static void breaksAreDays(List<Break> breaks) {
        boolean allowed = breaks.size() <= MOST_BREAKS
                && breaks.stream().allMatch(one -> {
                    long days = ChronoUnit.DAYS.between(one.from(), one.to());
                    var name = one.name();
                    return days >= 0 && days < LONGEST_BREAK && (name == null || isText(name, 100));
                });
        if (!allowed) {
            throw new ProgrammeNotDefinable(
                    "break-not-allowed",
                    "breaks[] has at most " + MOST_BREAKS
                            + " of {from, to, name}; to lies at or after from, within a year");
        }
    }

    private static void someFormComes(Definition definition) {
        if (definition.cycle().isEmpty() || definition.cycle().size() > MOST_FORMS) {
            throw new ProgrammeNotDefinable(
                    "cycle-missing",
                    "cycle[] has 1 to " + MOST_FORMS + " names of forms; leave it out for the instrument's own");
        }
    }

    private static void someGroupIsAsked(Definition definition) {
        var groups = definition.groups();
        if (groups != null && groups.isEmpty()) {
            throw new ProgrammeNotDefinable(
                    "programme-groups-missing", "groups[] names at least one group; leave it out to ask all there are");
        }
    }

    private static void theWorksCouncilAgreed(@Nullable Agreement agreement) {
        if (agreement == null || agreement.reference().isBlank()) {
            throw new ProgrammeNotDefinable(
                    "agreement-missing",
                    "A programme needs the works council's consent: send agreement {reference, date}");
        }
    }

    private static void daysLieApart(Cadence cadence, List<LocalDate> days) {
        if (days.isEmpty()) {
            throw new ProgrammeNotDefinable(
                    "cadence-without-days", "The rule opens no pulse between startsOn and endsOn, or in ten years");
        }
        for (int i = 1; i < days.size(); i++) {
            var one = days.get(i - 1);
            var next = days.get(i);
            if (next.isBefore(one.plusDays(Cadence.BETWEEN_OPENINGS))) {
                throw new ProgrammeNotDefinable(
                        "cadence-too-close",
                        "The rule opens a pulse on " + one + " and on " + next
                                + "; put at least 14 days between two, for example FREQ=WEEKLY;INTERVAL=2 with one BYDAY");
            }
            if (cadence.plainClosingDay(one).isAfter(next)) {
                throw new ProgrammeNotDefinable(
                        "open-too-long",
                        "The pulse of " + one + " would still be open when that of " + next
                                + " opens; choose fewer workingDays, or more time between two");
            }
        }
    }
}
