package org.groeipuls.intervention;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What took place. There is no room for a text, because a text would sooner or later name somebody.
 *
 * @param startedOn the first day
 * @param endedOn the last day; absent while it goes on
 * @param sessions how many times people came together, 1 to 500; absent when nobody counts
 * @param leaderRole what the teams' leads did in it
 * @param teams whose people learned; at least one
 */
public record Particulars(
        LearningForm form,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable Integer sessions,
        LeaderRole leaderRole,
        SortedSet<TeamId> teams) {

    /** The same with an end, and with the number of sessions that is known then. */
    public Particulars ended(@Nullable LocalDate day, @Nullable Integer held) {
        return new Particulars(form, startedOn, day, held, leaderRole, teams);
    }
}
