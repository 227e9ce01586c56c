package org.groeipuls.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures of spread of one scale in one block under {@code exact}, from spreadMinimum answers up.
 *
 * <p>Where fewer than spreadMinimum people left out the same items, every score counts in whole steps of a complete answer
 * and all are moved by the mean offset of the scale, so that no figure here tells who left something out.
 *
 * @param sumAdjustedSquared sum of the squared adjusted scores
 * @param low scores below 2.5
 * @param mid scores from 2.5 up to 3.5
 * @param high scores of 3.5 and more
 * @param sumFavourable sum over people of their share of favourable answers (4 or 5 after turning); 0 to n
 * @param agreement measures on the rows that answered every item; absent when those are too few
 */
public record SpreadFigures(
        double sumAdjustedSquared,
        int low,
        int mid,
        int high,
        double sumFavourable,
        @Nullable AgreementFigures agreement) {
    /**
     * @param n rows that answered every item
     * @param meanDeviation AD_M: mean absolute deviation from the item mean, averaged over items; 0 to 2
     * @param itemVariances variance (n - 1) of each item in the scale's order
     */
    public record AgreementFigures(int n, double meanDeviation, List<Double> itemVariances) {}
}
