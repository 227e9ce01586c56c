package org.groeipuls.trend;

import java.util.ArrayList;
import java.util.List;
import org.groeipuls.scoring.Ewma;
import org.groeipuls.scoring.GroupScores;
import org.groeipuls.scoring.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Whether the organisation's line left what its first 20 points lead to expect (measurement, section 3); {@link Ewma}.
 *
 * @param missing points until the first that can be held against the baseline, 0 or more
 * @param ewma weight, baseline and width of the limits; absent while points are missing, and where the baseline does not
 *     vary and so sets no limits
 * @param points after the baseline
 */
public record ControlChart(int missing, @Nullable Ewma ewma, List<Point> points) {
    private static final double NOTHING = 1e-18;

    /**
     * A point after the baseline.
     *
     * @param round its number
     * @param z weighted mean up to it, points
     * @param limits where z stays while nothing changes, points
     * @param left whether z is outside them
     */
    public record Point(int round, double z, Interval limits, boolean left) {}

    static ControlChart of(List<OrganisationLine.Point> line) {
        if (line.size() <= Ewma.BASELINE) {
            return new ControlChart(Ewma.BASELINE + 1 - line.size(), null, List.of());
        }
        double[] baseline = values(line.subList(0, Ewma.BASELINE));
        if (GroupScores.of(baseline).variance() < NOTHING) {
            return new ControlChart(0, null, List.of());
        }
        var ewma = Ewma.after(baseline);
        var after = line.subList(Ewma.BASELINE, line.size());
        var charted = ewma.chart(values(after));
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < after.size(); at++) {
            var point = charted.get(at);
            points.add(new Point(after.get(at).round(), point.z(), point.expected(), point.signal()));
        }
        return new ControlChart(0, ewma, points);
    }

    private static double[] values(List<OrganisationLine.Point> points) {
        return points.stream().mapToDouble(OrganisationLine.Point::value).toArray();
    }
}
