package org.groeipuls.trend;

import java.util.List;
import org.groeipuls.team.GroupId;

/**
 * The line of one group for one construct.
 *
 * @param rule name and version of how values and line are computed
 */
public record TeamTrend(GroupId group, String construct, String rule, List<TrendPoint> points) {
    /** The local-level filter over scale scores. */
    public static final String RULE = "local-level@1";
}
