package org.groeipuls.trend;

import java.util.List;
import org.groeipuls.team.GroupId;

/**
 * The line of one group for one construct.
 *
 * @param rule name and version of how values and line are computed
 * @param markers what was done in the group, in the order in which it started
 */
public record TeamTrend(GroupId group, String construct, String rule, List<TrendPoint> points, List<Marker> markers) {
    /** The local-level filter over scale scores. */
    public static final String RULE = "local-level@1";

    TeamTrend marked(List<Marker> drawn) {
        return new TeamTrend(group, construct, rule, points, drawn);
    }
}
