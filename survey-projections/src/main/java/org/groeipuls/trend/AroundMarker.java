package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.scoring.SegmentedRegression;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's line before and after interventions of one form, leader's role and first day. "After", never "because
 * of": a whole organisation has nothing beside it to compare with.
 *
 * @param interventions what was recorded of it
 * @param teams that took part
 * @param before points of which everybody had answered when it began
 * @param after points since
 * @param regression level, trend, step and turn, in points and pulses; absent with fewer than 12 points, or fewer than two on
 *     a side
 */
public record AroundMarker(
        LearningForm form,
        LeaderRole leaderRole,
        LocalDate startedOn,
        SortedSet<InterventionId> interventions,
        SortedSet<TeamId> teams,
        int before,
        int after,
        @Nullable SegmentedRegression regression) {
    /** @param firstAfter the round at which everybody could know of it, whether it asked the construct or not */
    static @Nullable SegmentedRegression regression(List<OrganisationLine.Point> line, int before, int firstAfter) {
        int after = line.size() - before;
        if (line.size() < SegmentedRegression.POINTS
                || before < SegmentedRegression.EACH_SIDE
                || after < SegmentedRegression.EACH_SIDE) {
            return null;
        }
        return SegmentedRegression.of(
                line.stream()
                        .map(point -> new SegmentedRegression.Point(point.round(), point.value(), point.n()))
                        .toList(),
                firstAfter);
    }
}
