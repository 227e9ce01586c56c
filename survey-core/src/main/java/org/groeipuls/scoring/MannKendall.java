package org.groeipuls.scoring;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Whether a series rises or falls throughout, by order alone (Mann 1945; Kendall 1975; measurement, section 3, for analysts
 * from {@link Series#POINTS_TO_SHOW} points). It ignores how many answered, and four points cannot give a p below .083.
 *
 * @param n points, 3 or more
 * @param s S, rising pairs minus falling pairs
 * @param variance of S without a trend, [n(n-1)(2n+5) - Σ t(t-1)(2t+5)]/18 over groups of t equal values; 0 when all are equal
 * @param untied pairs of unequal values
 * @param exact P(|S| >= |s|) over all orders of these values, ties included, 0..1; empty above nine points
 */
public record MannKendall(int n, int s, double variance, int untied, OptionalDouble exact) {
    /** Up to how many points all orders are counted. */
    public static final int MOST_EXACT = 9;

    /** The test of a series. */
    public static MannKendall of(Series series) {
        List<Double> y = series.values();
        int s = 0;
        int untied = 0;
        for (int[] pair : series.pairs()) {
            int sign = Double.compare(y.get(pair[1]), y.get(pair[0]));
            s += Integer.signum(sign);
            untied += Math.abs(Integer.signum(sign));
        }
        // 0.0 and -0.0 compare as unequal; a score of points is never either.
        int[] ties =
                y.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).values().stream()
                        .mapToInt(Long::intValue)
                        .toArray();
        int n = y.size();
        double variance = spread(n);
        for (int tied : ties) {
            variance -= spread(tied);
        }
        OptionalDouble exact = n > MOST_EXACT
                ? OptionalDouble.empty()
                : OptionalDouble.of(asFar(Math.abs(s), Orders.inversions(n, ties)));
        return new MannKendall(n, s, variance / 18, untied, exact);
    }

    /** Z = (S - sign S)/√variance, with continuity correction; 0 when S is 0. */
    public double z() {
        return s == 0 ? 0 : (s - Integer.signum(s)) / Math.sqrt(variance);
    }

    /** The two-sided p of {@link #z}, 0..1; 1 when S is 0. */
    public double normalP() {
        return Quantiles.twoSidedP(z());
    }

    /** The p to show, 0..1: exact up to nine points, else of the normal. */
    public double p() {
        return exact.orElseGet(this::normalP);
    }

    /** Kendall's tau-b = S/√(untied·n(n-1)/2), -1..1; empty when all values are equal. */
    public OptionalDouble tauB() {
        double pairs = n * (n - 1) / 2.0;
        return untied == 0 ? OptionalDouble.empty() : OptionalDouble.of(s / Math.sqrt(untied * pairs));
    }

    private static double spread(int n) {
        return n * (n - 1.0) * (2 * n + 5);
    }

    /** Share of the orders in which S, untied pairs minus twice the inversions, is as far from 0. */
    private static double asFar(int s, long[] orders) {
        int untied = orders.length - 1;
        long hits = 0;
        for (int inversions = 0; inversions <= untied; inversions++) {
            if (Math.abs(untied - 2 * inversions) >= s) {
                hits += orders[inversions];
            }
        }
        return hits / (double) LongStream.of(orders).sum();
    }
}
