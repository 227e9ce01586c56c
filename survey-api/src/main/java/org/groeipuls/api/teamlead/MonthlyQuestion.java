package org.groeipuls.api.teamlead;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.TeamId;

/**
 * Whom to ask, near the end of a month, which learning forms took place in it. Everybody who leads a team is asked, at most
 * once a month, and never about a month that is over. Knows no mail and no clock.
 */
public final class MonthlyQuestion {
    /** From which day of the month on it is asked. */
    public static final int FROM_DAY = 25;

    private MonthlyQuestion() {}

    /** The question to one lead about one month; in the order of months, then leads. */
    public record Asked(PersonId lead, YearMonth month) implements Comparable<Asked> {
        @Override
        public int compareTo(Asked other) {
            return Comparator.comparing(Asked::month).thenComparing(Asked::lead).compare(this, other);
        }

        /** Names nobody in a log. */
        @Override
        public String toString() {
            return "Asked[" + month + "]";
        }
    }

    /**
     * What is due on a day.
     *
     * @param leads who leads which teams now; whoever leads none is asked nothing
     * @param before what was asked before, as far back as this month
     */
    public static SortedSet<Asked> due(LocalDate today, Map<PersonId, SortedSet<TeamId>> leads, Set<Asked> before) {
        var due = new TreeSet<Asked>();
        if (today.getDayOfMonth() >= FROM_DAY) {
            leads.forEach((lead, teams) -> {
                if (!teams.isEmpty()) {
                    due.add(new Asked(lead, YearMonth.from(today)));
                }
            });
            due.removeAll(before);
        }
        return due;
    }
}
