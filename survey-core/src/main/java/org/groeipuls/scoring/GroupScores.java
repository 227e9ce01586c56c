package org.groeipuls.scoring;

import java.util.Arrays;

/**
 * The respondent scores of one group as far as an analysis between groups needs them.
 *
 * @param n respondents, 1 or more
 * @param mean mean score, points
 * @param variance variance of the scores (denominator n-1), points², 0 or more; 0 when n is 1
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record GroupScores(int n, double mean, double variance) {
    public GroupScores {
        Domain.atLeast(1, n, "n");
        Domain.finite(mean, "mean");
        Domain.notNegative(variance, "variance");
        if (n == 1 && variance > 0) {
            throw new IllegalArgumentException("One respondent has no variance, got " + variance);
        }
    }

    /**
     * From the scores themselves; their order leaves no trace.
     *
     * @throws IllegalArgumentException without scores or when one is not finite
     */
    public static GroupScores of(double... scores) {
        Domain.atLeast(1, scores.length, "scores");
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double squares =
                Arrays.stream(sorted).map(y -> (y - mean) * (y - mean)).sorted().sum();
        return new GroupScores(sorted.length, mean, sorted.length == 1 ? 0 : squares / (sorted.length - 1));
    }

    /** Sum of squares within the group, (n-1)·variance, points². */
    double squaresWithin() {
        return (n - 1) * variance;
    }
}
