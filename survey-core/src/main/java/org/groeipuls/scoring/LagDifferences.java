package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How much of the difference between two pulses is sampling noise and how much is drift, without linking persons
 * (measurement, sections 3 and 6): E(ȳ_t - ȳ_(t-l))² - (c_t + c_(t-l)) = l·q + κ·(s0²/n_t + s0²/n_(t-l)), by least squares over
 * the means at lags 1, 2 and 4.
 *
 * @param q raw estimate of the variance of the true change per pulse, points²; may be negative by chance
 * @param kappa raw estimate of the share of sampling noise that shows between pulses
 */
public record LagDifferences(double q, double kappa) {
    private static final List<Integer> LAGS = List.of(1, 2, 4);
    private static final double LEAST_Q = .0025;
    private static final double MOST_Q = .04;
    private static final double LEAST_KAPPA = .25;
    private static final double MOST_KAPPA = 1;

    /**
     * The estimate; empty when fewer than two of the lags occur, or they do not tell q from κ.
     *
     * @param s02 pooled variance within groups per construct, points², above 0
     */
    public static Optional<LagDifferences> of(List<ReleasedSeries> series, ToDoubleFunction<String> s02) {
        List<Lag> lags =
                LAGS.stream().flatMap(lag -> lag(lag, series, s02).stream()).toList();
        double ll = sum(lags, at -> (double) at.lag * at.lag);
        double lu = sum(lags, at -> at.lag * at.unit);
        double uu = sum(lags, at -> at.unit * at.unit);
        double determinant = ll * uu - lu * lu;
        if (!(determinant > Domain.SLACK * ll * uu)) {
            return Optional.empty();
        }
        double ld = sum(lags, at -> at.lag * at.squared);
        double ud = sum(lags, at -> at.unit * at.squared);
        return Optional.of(new LagDifferences((uu * ld - lu * ud) / determinant, (ll * ud - lu * ld) / determinant));
    }

    /** q as it may be used: in .0025 .. .04. */
    public double usableQ() {
        return Math.clamp(q, LEAST_Q, MOST_Q);
    }

    /** κ as it may be used: in .25 .. 1. */
    public double usableKappa() {
        return Math.clamp(kappa, LEAST_KAPPA, MOST_KAPPA);
    }

    /** Means over all pairs of points of one group and construct that lie {@code lag} pulses apart. */
    private record Lag(int lag, double squared, double unit) {}

    private static Optional<Lag> lag(int lag, List<ReleasedSeries> series, ToDoubleFunction<String> s02) {
        List<double[]> pairs = new ArrayList<>();
        for (ReleasedSeries one : series) {
            double spread = Domain.positive(s02.applyAsDouble(one.construct()), "s02 of " + one.construct());
            Map<Integer, ReleasedSeries.Point> points = one.byPulse();
            for (ReleasedSeries.Point now : one.points()) {
                ReleasedSeries.Point before = points.get(now.pulse() - lag);
                if (before != null) {
                    double squared = Math.pow(now.y() - before.y(), 2);
                    pairs.add(new double[] {
                        squared - now.roundingVariance() - before.roundingVariance(),
                        spread / now.n() + spread / before.n()
                    });
                }
            }
        }
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lag(lag, sum(pairs, p -> p[0]) / pairs.size(), sum(pairs, p -> p[1]) / pairs.size()));
    }

    private static <T> double sum(List<T> parts, ToDoubleFunction<T> of) {
        return parts.stream().mapToDouble(of).sum();
    }
}
