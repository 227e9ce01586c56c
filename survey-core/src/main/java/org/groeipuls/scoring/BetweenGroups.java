package org.groeipuls.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one construct's released scores say about the organisation as a whole (measurement, sections 3 and 6).
 *
 * @param mu μ = Σ n y/Σ n over all points, points
 * @param tau2 variance between groups' true levels by moment, points²; negative by chance where groups hardly differ
 */
record BetweenGroups(double mu, double tau2) {
    /**
     * Per pulse with two groups or more, as {@link OneWay#tau2} with s0² for MSW and the variance of classes taken off:
     * (MSB - s0² - Σ n(1 - n/Nt)c/(J-1)) / k0; then the mean over pulses, weights J-1. Empty when no pulse has two groups.
     *
     * @param series of one construct
     * @param s02 pooled variance within groups, above 0
     */
    static Optional<BetweenGroups> of(List<ReleasedSeries> series, double s02) {
        Map<Integer, List<ReleasedSeries.Point>> pulses = series.stream()
                .flatMap(one -> one.points().stream())
                .collect(Collectors.groupingBy(ReleasedSeries.Point::pulse, TreeMap::new, Collectors.toList()));
        double tau2 = 0;
        int freedom = 0;
        for (List<ReleasedSeries.Point> groups : pulses.values()) {
            if (groups.size() > 1) {
                tau2 += (groups.size() - 1) * tau2(groups, s02);
                freedom += groups.size() - 1;
            }
        }
        List<ReleasedSeries.Point> all =
                pulses.values().stream().flatMap(List::stream).toList();
        return freedom == 0 ? Optional.empty() : Optional.of(new BetweenGroups(mean(all), tau2 / freedom));
    }

    /** s0² = Σ (n-1)s²/Σ (n-1) over the points with a released variance; empty without, or when nobody differs. */
    static OptionalDouble pooledVariance(List<ReleasedSeries> series) {
        List<ReleasedSeries.Point> spread = series.stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> point.variance().isPresent() && point.n() > 1)
                .toList();
        double squares = spread.stream()
                .mapToDouble(point -> (point.n() - 1) * point.variance().orElseThrow())
                .sum();
        return squares > 0
                ? OptionalDouble.of(squares
                        / spread.stream().mapToDouble(point -> point.n() - 1).sum())
                : OptionalDouble.empty();
    }

    private static double tau2(List<ReleasedSeries.Point> groups, double s02) {
        double all = answers(groups);
        double mean = mean(groups);
        double squares = 0;
        double rounding = 0;
        double sizes = 0;
        for (ReleasedSeries.Point group : groups) {
            squares += group.n() * Math.pow(group.y() - mean, 2);
            rounding += group.n() * (1 - group.n() / all) * group.roundingVariance();
            sizes += group.n() * group.n();
        }
        int freedom = groups.size() - 1;
        double k0 = (all - sizes / all) / freedom;
        return ((squares - rounding) / freedom - s02) / k0;
    }

    private static double mean(List<ReleasedSeries.Point> points) {
        return points.stream().mapToDouble(point -> point.n() * point.y()).sum() / answers(points);
    }

    private static double answers(List<ReleasedSeries.Point> points) {
        return points.stream().mapToDouble(ReleasedSeries.Point::n).sum();
    }
}
