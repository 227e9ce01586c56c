package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much the members of one group agree, from rows that answered every item of a scale (measurement, section 2). With
 * five to seven rows these have large sampling error.
 *
 * @param adM mean absolute deviation from the item mean, averaged over items, points; 0..2 on a 1..5 scale
 * @param itemVariances variance (denominator n-1) of each item in the order of the scale, points², each 0 or more
 * @throws IllegalArgumentException without items or when a number is outside its domain
 */
public record Agreement(double adM, List<Double> itemVariances) {
    /** Null variance of a uniform answer to a 1..5 item, (5² - 1)/12. */
    public static final double UNIFORM = 2;

    /** Null variance of a slightly skewed answer to a 1..5 item (James, Demaree and Wolf 1984). */
    public static final double SLIGHT_SKEW = 1.34;

    /** Variance of a 1..5 item when half the members answer 1 and half 5. */
    public static final double MAXIMUM_DISSENSUS = 4;

    public Agreement {
        itemVariances = List.copyOf(itemVariances);
        Domain.atLeast(1, itemVariances.size(), "items");
        Domain.notNegative(adM, "adM");
        itemVariances.forEach(variance -> Domain.notNegative(variance, "item variance"));
    }

    /**
     * From the scores of complete rows, one array per row and one column per item; the order of the rows leaves no trace.
     *
     * @throws IllegalArgumentException with fewer than two rows, or rows of unequal length
     */
    public static Agreement of(List<int[]> rows) {
        Domain.atLeast(2, rows.size(), "complete rows");
        int items = rows.getFirst().length;
        if (rows.stream().anyMatch(row -> row.length != items)) {
            throw new IllegalArgumentException("Complete rows must have one score for each item");
        }
        List<Double> variances = new ArrayList<>();
        double deviations = 0;
        for (int item = 0; item < items; item++) {
            int at = item;
            int[] scores = rows.stream().mapToInt(row -> row[at]).sorted().toArray();
            double mean = IntStream.of(scores).average().orElseThrow();
            deviations +=
                    Arrays.stream(scores).mapToDouble(x -> Math.abs(x - mean)).sum() / scores.length;
            variances.add(Arrays.stream(scores)
                            .mapToDouble(x -> (x - mean) * (x - mean))
                            .sum()
                    / (scores.length - 1));
        }
        return new Agreement(deviations / items, variances);
    }

    /** Mean of the item variances S, points². */
    public double meanItemVariance() {
        return itemVariances.stream().mapToDouble(Double::doubleValue).sum() / itemVariances.size();
    }

    /**
     * r*wg(J) = 1 - S/σ²_E (Lindell, Brandt and Whitney 1999): 1 is full agreement, may be negative, does not grow with J.
     *
     * @param nullVariance σ²_E, above 0, such as {@link #UNIFORM}
     */
    public double rStarWg(double nullVariance) {
        return 1 - meanItemVariance() / Domain.positive(nullVariance, "nullVariance");
    }

    /**
     * rwg(J) = J(1 - S/σ²_E) / (J(1 - S/σ²_E) + S/σ²_E), S truncated at σ²_E (James, Demaree and Wolf 1984); 0..1; with one
     * item this is rwg.
     *
     * @param nullVariance σ²_E, above 0, such as {@link #UNIFORM}
     */
    public double rwg(double nullVariance) {
        double ratio = Math.min(1, meanItemVariance() / Domain.positive(nullVariance, "nullVariance"));
        double agreed = itemVariances.size() * (1 - ratio);
        return agreed / (agreed + ratio);
    }
}
