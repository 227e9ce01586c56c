package org.groeipuls.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Reliability of a scale from complete rows (measurement, section 2): organisation level only, from 150 rows of baseline
 * forms, never per group and never for a formative index; persons are nested in groups, which these formulas ignore.
 * Items must be reversed beforehand. Items are numbered from 0 in the order of the columns.
 */
public final class Reliability {
    private static final double STILL = 1e-12;

    private final int n;
    private final int k;
    private final double[][] covariance;

    private Reliability(int n, double[][] covariance) {
        this.n = n;
        this.k = covariance.length;
        this.covariance = covariance;
    }

    /**
     * From complete rows, one column per item, any unit.
     *
     * @throws IllegalArgumentException with fewer than two rows or items, ragged rows, or a number that is not finite
     */
    public static Reliability of(double[][] rows) {
        Domain.atLeast(2, rows.length, "complete rows");
        int k = Domain.atLeast(2, rows[0].length, "items");
        for (double[] row : rows) {
            if (row.length != k) {
                throw new IllegalArgumentException("Complete rows must have one score for each item");
            }
            for (double score : row) {
                Domain.finite(score, "score");
            }
        }
        return new Reliability(rows.length, covariance(rows, k));
    }

    /** How many complete rows stand behind the numbers. */
    public int rows() {
        return n;
    }

    /** Alpha = k/(k-1)·(1 - tr V/ΣV), at most 1 (Cronbach 1951); empty when the sum of the items does not vary. */
    public OptionalDouble alpha() {
        return alpha(allBut(-1));
    }

    /** Standardised alpha = k·r̄/(1 + (k-1)·r̄), r̄ the mean inter-item correlation; empty when an item does not vary. */
    public OptionalDouble alphaStandardised() {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                OptionalDouble r = correlation(i, j);
                if (r.isEmpty()) {
                    return OptionalDouble.empty();
                }
                sum += r.getAsDouble();
            }
        }
        double mean = sum / (k * (k - 1) / 2.0);
        double total = 1 + (k - 1) * mean;
        return total > 0 ? OptionalDouble.of(k * mean / total) : OptionalDouble.empty();
    }

    /** 90 % interval of alpha: 1 - (1 - alpha)·F(.95 and .05; n-1, (n-1)(k-1)) (Feldt 1965). */
    public Optional<Interval> interval() {
        OptionalDouble alpha = alpha();
        if (alpha.isEmpty()) {
            return Optional.empty();
        }
        double error = Math.max(0, 1 - alpha.getAsDouble());
        double df1 = n - 1.0;
        double df2 = df1 * (k - 1);
        return Optional.of(
                new Interval(1 - error * Quantiles.f(df1, df2, .95), 1 - error * Quantiles.f(df1, df2, .05)));
    }

    /** Pearson correlation of two items, -1..1; empty when one of them does not vary. */
    public OptionalDouble correlation(int item, int other) {
        return ratio(covariance[item][other], covariance[item][item], covariance[other][other]);
    }

    /** Correlation of an item with the sum of the others, -1..1; empty when either does not vary. */
    public OptionalDouble itemRest(int item) {
        int[] rest = allBut(item);
        double shared =
                IntStream.of(rest).mapToDouble(other -> covariance[item][other]).sum();
        return ratio(shared, covariance[item][item], total(rest));
    }

    /** Alpha of the others; empty when fewer than two are left or their sum does not vary. */
    public OptionalDouble alphaWithout(int item) {
        return alpha(allBut(item));
    }

    /** Loadings on one common factor, unweighted least squares on the correlations; empty below three items or unsettled. */
    public Optional<List<Double>> loadings() {
        return oneFactor().map(OneFactor::loadings);
    }

    /** Omega total = (Σλ)²/((Σλ)² + Σ(1-λ²)) of the one-factor solution, 0..1 (McDonald 1999); empty with the loadings. */
    public OptionalDouble omega() {
        return oneFactor().map(factor -> OptionalDouble.of(factor.omega())).orElse(OptionalDouble.empty());
    }

    private Optional<OneFactor> oneFactor() {
        double[][] correlations = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                OptionalDouble r = correlation(i, j);
                if (r.isEmpty()) {
                    return Optional.empty();
                }
                correlations[i][j] = r.getAsDouble();
            }
        }
        return OneFactor.of(correlations);
    }

    private OptionalDouble alpha(int[] items) {
        double total = total(items);
        double size = items.length;
        if (size < 2 || !(total > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(size / (size - 1) * (1 - trace(items) / total));
    }

    /** Variance of the sum of these items; 0 where only rounding is left of it. */
    private double total(int[] items) {
        double total = IntStream.of(items)
                .mapToDouble(i ->
                        IntStream.of(items).mapToDouble(j -> covariance[i][j]).sum())
                .sum();
        return total > STILL * trace(items) ? total : 0;
    }

    private double trace(int[] items) {
        return IntStream.of(items).mapToDouble(item -> covariance[item][item]).sum();
    }

    private int[] allBut(int item) {
        return IntStream.range(0, k).filter(other -> other != item).toArray();
    }

    private static OptionalDouble ratio(double shared, double variance, double other) {
        return variance > 0 && other > 0
                ? OptionalDouble.of(Math.clamp(shared / Math.sqrt(variance * other), -1, 1))
                : OptionalDouble.empty();
    }

    /** Scores are taken from the first row's, so that an item that does not vary has a variance of exactly 0. */
    private static double[][] covariance(double[][] rows, int k) {
        double[] means = new double[k];
        for (double[] row : rows) {
            for (int i = 0; i < k; i++) {
                means[i] += (row[i] - rows[0][i]) / rows.length;
            }
        }
        double[][] covariance = new double[k][k];
        for (double[] row : rows) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    covariance[i][j] +=
                            (row[i] - rows[0][i] - means[i]) * (row[j] - rows[0][j] - means[j]) / (rows.length - 1);
                }
            }
        }
        return covariance;
    }
}
