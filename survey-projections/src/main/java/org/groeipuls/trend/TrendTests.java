package org.groeipuls.trend;

import java.util.List;
import java.util.Objects;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.MannKendall;
import org.groeipuls.scoring.Series;
import org.groeipuls.scoring.TheilSen;
import org.jspecify.annotations.Nullable;

/**
 * Whether a series of released values rises or falls throughout, and how fast: for analysts, beside the verdict and never
 * instead of it (measurement, section 3).
 *
 * @param points of the series, 0 or more
 * @param missing how many more it takes, 0 or more; the tests are there when none are missing
 * @param mannKendall absent while points are missing
 * @param theilSen absent while points are missing
 */
public record TrendTests(
        int points,
        int missing,
        @Nullable Order mannKendall,
        @Nullable Slope theilSen) {
    private static final double FINEST = 1e9;

    /**
     * By order alone, {@link MannKendall}.
     *
     * @param s rising pairs minus falling pairs
     * @param tauB Kendall's, -1 to 1; absent when all values are equal
     * @param p two-sided, 0..1
     * @param exact whether p counts all orders, as up to nine points, or is that of the normal
     */
    public record Order(int s, @Nullable Double tauB, double p, boolean exact) {}

    /**
     * The median of all slopes, {@link TheilSen}.
     *
     * @param perPulse points
     * @param interval 90 % interval of it
     */
    public record Slope(double perPulse, Interval interval) {}

    /** The tests of what was released on a group's latest line; times are the group's own count of pulses. */
    public static TrendTests of(TeamTrend trend) {
        var own = trend.ofLatestLine();
        return of(
                own.stream().map(TrendPoint::ordinal).toList(),
                own.stream()
                        .map(point -> Objects.requireNonNull(point.shown()).value())
                        .toList());
    }

    /**
     * The tests of a series; to the billionth of a point, so that no order of adding makes a rise of what is equal.
     *
     * @param times strictly increasing
     */
    static TrendTests of(List<Integer> times, List<Double> values) {
        int points = values.size();
        if (points < Series.POINTS_TO_SHOW) {
            return new TrendTests(points, Series.POINTS_TO_SHOW - points, null, null);
        }
        var series = new Series(
                times.stream().map(Integer::doubleValue).toList(),
                values.stream().map(value -> Math.rint(value * FINEST) / FINEST).toList());
        var order = MannKendall.of(series);
        var slope = TheilSen.of(series);
        var tauB = order.tauB();
        return new TrendTests(
                points,
                0,
                new Order(
                        order.s(),
                        tauB.isPresent() ? tauB.getAsDouble() : null,
                        order.p(),
                        order.exact().isPresent()),
                new Slope(slope.slope(), slope.interval()));
    }
}
