package org.groeipuls.intervention;

import java.time.LocalDate;
import org.groeipuls.intervention.InterventionCommand.RecordIntervention;

/** What has to hold of an intervention before it is recorded. */
final class RecordingRules {
    /** What is agreed for the coming quarter may be recorded; what lies further off is a plan. */
    private static final int DAYS_AHEAD = 92;

    /** Before this a year is a slip of the hand. */
    private static final int YEARS_BACK = 10;

    private static final int MOST_SESSIONS = 500;

    private RecordingRules() {}

    static void check(RecordIntervention command) {
        var what = command.particulars();
        if (!what.teams().contains(command.team())) {
            throw new InterventionNotRecordable(
                    "intervention-without-team",
                    "teams[] has to name the team of the address, "
                            + command.team().value());
        }
        checkDay("startedOn", what.startedOn(), command.today());
        var endedOn = what.endedOn();
        if (endedOn != null) {
            checkDay("endedOn", endedOn, command.today());
            if (endedOn.isBefore(what.startedOn())) {
                throw new InterventionNotRecordable(
                        "intervention-ends-too-early", "endedOn lies before startedOn; leave it out while it goes on");
            }
        }
        var sessions = what.sessions();
        if (sessions != null && (sessions < 1 || sessions > MOST_SESSIONS)) {
            throw new InterventionNotRecordable(
                    "sessions-not-allowed",
                    "sessions is a whole number from 1 to " + MOST_SESSIONS + "; leave it out if nobody counts");
        }
    }

    private static void checkDay(String name, LocalDate day, LocalDate today) {
        if (day.isAfter(today.plusDays(DAYS_AHEAD)) || day.isBefore(today.minusYears(YEARS_BACK))) {
            throw new InterventionNotRecordable(
                    "intervention-day-not-allowed",
                    name + " lies at most " + DAYS_AHEAD + " days ahead and " + YEARS_BACK + " years back");
        }
    }
}
