package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in a group, as a trend shows it: what came after it, never what came of it.
 *
 * @param letter A, B, C and so on in the order of starting, the same in all trends of the group; after Z comes AA
 * @param teams which of the group's teams took part
 * @param anchor the last own point of this trend before it started, from which a change is counted; absent where there
 *     is none
 * @param next the first pulse of this trend that people could answer after it had started; absent where none was
 *     counted yet
 */
public record Marker(
        String letter,
        InterventionId id,
        LearningForm form,
        LeaderRole leaderRole,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        SortedSet<TeamId> teams,
        @Nullable Anchor anchor,
        @Nullable PulseId next) {
    /**
     * An own point of a trend.
     *
     * @param ordinal of the pulse in the group's own count
     * @param line which line the point is on; a change never crosses from one line to another
     */
    public record Anchor(PulseId pulse, int ordinal, int line) {}
}
