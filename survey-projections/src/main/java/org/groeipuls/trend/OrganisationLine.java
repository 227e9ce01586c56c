package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;

/**
 * The line of the whole organisation for one construct: sums over what was released of blocks and of nothing else, so that
 * it tells nothing that whoever reads these cannot add up; for analysts, who read them.
 *
 * @param points one for each round in which something was released of the construct
 * @param tests of the points on the latest line
 * @param chart of the points on the latest line
 * @param around one for each kind of intervention that began on one day, in the order in which they began
 */
public record OrganisationLine(
        String construct, List<Point> points, TrendTests tests, ControlChart chart, List<AroundMarker> around) {
    /** Pulses of parts that closed within so many days can be one round. */
    public static final int ROUND_DAYS = 28;

    /**
     * A round: pulses of parts of the organisation that asked no group twice and closed within 28 days.
     *
     * @param round its number, from 1; rounds that did not ask the construct count too
     * @param closedOn the last day on which anybody could answer (UTC)
     * @param line which line the point is on, from 1; another rule starts another line
     * @param rules by which its values were computed; of one round in which another took over, both
     * @param groups whose answers are in it
     * @param blocks of which something was released; groups that were counted together are one
     * @param n answers behind the value, Σ n
     * @param value Σ n·y / Σ n over the blocks, 1 to 5 (measurement, section 6)
     */
    public record Point(
            int round,
            SortedSet<PulseId> pulses,
            LocalDate closedOn,
            int line,
            SortedSet<String> rules,
            int groups,
            int blocks,
            double n,
            double value) {
        Point on(int number) {
            return new Point(round, pulses, closedOn, number, rules, groups, blocks, n, value);
        }
    }

    /** The number of the latest line; absent without points. */
    public @Nullable Integer latest() {
        return points.isEmpty() ? null : points.getLast().line();
    }
}
