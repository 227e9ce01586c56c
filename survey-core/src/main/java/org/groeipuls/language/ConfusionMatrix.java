package org.groeipuls.language;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often one judge gave a text this class and another that one. Rows are the judge on trial, columns the reference; in
 * a matrix of two classes the first is "has it".
 */
public final class ConfusionMatrix {
    private final long[][] counts;

    private ConfusionMatrix(long[][] counts) {
        this.counts = counts;
    }

    /** @throws IllegalArgumentException unless it is square, has at least two classes and counts of 0 or more */
    public static ConfusionMatrix of(List<List<Integer>> rows) {
        long[][] counts = rows.stream()
                .map(row -> row.stream().mapToLong(Integer::longValue).toArray())
                .toArray(long[][]::new);
        boolean square = Arrays.stream(counts).allMatch(row -> row.length == counts.length);
        boolean counted = Arrays.stream(counts).flatMapToLong(Arrays::stream).allMatch(count -> count >= 0);
        if (counts.length < 2 || !square || !counted) {
            throw new IllegalArgumentException("needs as many rows as columns, at least two, and counts of 0 or more");
        }
        return new ConfusionMatrix(counts);
    }

    /** Two classes: "has it" and "has it not". */
    public static ConfusionMatrix ofTwo(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
        return of(List.of(List.of(truePositives, falsePositives), List.of(falseNegatives, trueNegatives)));
    }

    /** How often the judge on trial said class {@code row} and the reference class {@code column}. */
    public long count(int row, int column) {
        return counts[row][column];
    }

    /** Number of texts. */
    public long n() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Share of texts in which both agree, 0..1; empty without texts. */
    public OptionalDouble accuracy() {
        long agreed = 0;
        for (int i = 0; i < counts.length; i++) {
            agreed += counts[i][i];
        }
        return share(agreed, n());
    }

    /** Agreement to be expected by chance, Σ row·column/n², 0..1; empty without texts. */
    public OptionalDouble expected() {
        double products = 0;
        for (int i = 0; i < counts.length; i++) {
            products += (double) predicted(i) * actual(i);
        }
        return share(products, (double) n() * n());
    }

    /** Cohen's kappa (1960), (accuracy - expected)/(1 - expected), up to 1; empty where all texts are of one class. */
    public OptionalDouble kappa() {
        OptionalDouble expected = expected();
        if (expected.isEmpty() || expected.getAsDouble() >= 1) {
            return OptionalDouble.empty();
        }
        double chance = expected.getAsDouble();
        return OptionalDouble.of((accuracy().orElseThrow() - chance) / (1 - chance));
    }

    /** Share right of what was given class {@code i}, from 0; empty when nothing was. */
    public OptionalDouble precision(int i) {
        return share(counts[i][i], predicted(i));
    }

    /** Share found of what is class {@code i}, from 0; empty when nothing is. In two classes recall(1) is the specificity. */
    public OptionalDouble recall(int i) {
        return share(counts[i][i], actual(i));
    }

    /** Harmonic mean of precision and recall, 2·tp/(given + is); empty when class {@code i} does not occur at all. */
    public OptionalDouble f1(int i) {
        return share(2.0 * counts[i][i], predicted(i) + actual(i));
    }

    private long predicted(int i) {
        return Arrays.stream(counts[i]).sum();
    }

    private long actual(int i) {
        return Arrays.stream(counts).mapToLong(row -> row[i]).sum();
    }

    private static OptionalDouble share(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }
}
