package org.groeipuls.trend;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * The line of one group for one construct.
 *
 * @param rule name and version of how values and line are computed and judged at the last point
 * @param before what is drawn before the latest line where it began from other groups, the latest stretch first
 * @param markers what was done in the group, in the order in which it started
 * @param outcomes what was said at the checkpoints so far, in the order in which it was
 * @param nextCheckpoint when something can be said for the next time; absent without any point
 */
public record TeamTrend(
        GroupId group,
        String construct,
        String rule,
        List<TrendPoint> points,
        List<Before> before,
        List<Marker> markers,
        List<OutcomeStated> outcomes,
        @Nullable NextCheckpoint nextCheckpoint) {
    /** The local-level filter over scale scores. */
    public static final String RULE = "local-level@1";

    /** A line as far as its points go. */
    TeamTrend(GroupId group, String construct, List<TrendPoint> points, List<Before> before) {
        this(group, construct, RULE, points, before, List.of(), List.of(), null);
    }

    /** What those who did not answer could change. */
    @JsonProperty(required = true)
    public Unheard unheard() {
        return Unheard.of(points, outcomes);
    }

    /** What was released on the latest line, in order; gaps are not among it. */
    public List<TrendPoint> ofLatestLine() {
        return points.stream()
                .filter(point -> point.shown() != null)
                .filter(point -> point.line() == points.getLast().line())
                .toList();
    }

    TeamTrend marked(List<Marker> drawn) {
        return new TeamTrend(group, construct, rule, points, before, drawn, outcomes, nextCheckpoint);
    }

    TeamTrend judged(String by, List<OutcomeStated> said, @Nullable NextCheckpoint next) {
        return new TeamTrend(group, construct, by, points, before, markers, said, next);
    }
}
