package org.groeipuls.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was released of one group and construct over time, as an estimate of the organisation's constants needs it
 * (measurement, sections 3 and 6). A withheld pulse is not in it.
 *
 * @param construct key of the construct
 * @param points in any order, no pulse twice
 * @throws IllegalArgumentException when a pulse comes twice
 */
public record ReleasedSeries(String construct, List<Point> points) {
    public ReleasedSeries {
        points = List.copyOf(points);
        if (points.stream().map(Point::pulse).distinct().count() < points.size()) {
            throw new IllegalArgumentException("A series of " + construct + " has two points of one pulse");
        }
    }

    /**
     * @param pulse number of the pulse in the group's own count, as in {@link Line#next}, 1 or more
     * @param y scale score with the offsets of the calibration to come, points
     * @param n answers, above 0; under {@code banded} the mean per item
     * @param roundingVariance c, points², 0 or more; 0 under {@code exact}
     * @param variance own variance of the respondents (denominator n-1), points²; empty where it was not released
     * @throws IllegalArgumentException when a number is outside its domain
     */
    public record Point(int pulse, double y, double n, double roundingVariance, OptionalDouble variance) {
        public Point {
            Domain.atLeast(1, pulse, "pulse");
            Domain.finite(y, "y");
            Domain.positive(n, "n");
            Domain.notNegative(roundingVariance, "roundingVariance");
            variance.ifPresent(s2 -> Domain.notNegative(s2, "variance"));
        }

        /** A point under the rule {@code banded}. */
        public static Point banded(int pulse, BandedScale scale) {
            return new Point(pulse, scale.y(), scale.n(), scale.roundingVariance(), OptionalDouble.empty());
        }
    }

    Map<Integer, Point> byPulse() {
        Map<Integer, Point> found = new HashMap<>();
        points.forEach(point -> found.put(point.pulse, point));
        return found;
    }
}
