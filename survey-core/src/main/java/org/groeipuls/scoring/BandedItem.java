package org.groeipuls.scoring;

/**
 * What history holds of one item under the rule {@code banded}: how many answered and the class of their raw sum.
 *
 * @param n answers, 1 or more
 * @param sum class of the sum of raw answers 1..5, within n..5n
 * @throws IllegalArgumentException when the class does not fit {@code n}
 */
public record BandedItem(String id, boolean reversed, int n, SumClass sum) {
    public BandedItem {
        Domain.atLeast(1, n, "n of " + id);
        if (sum.low() < n || sum.high() > 5L * n) {
            throw new IllegalArgumentException(
                    "The sum of " + n + " answers to " + id + " cannot lie in " + sum.low() + ".." + sum.high());
        }
    }

    /** The mean answer at the middle of the class, reversed where the item is: in 1..5 (measurement, section 6). */
    public double midpoint() {
        double mean = sum.midpoint() / n;
        return reversed ? ScaleItem.LOWEST + ScaleItem.HIGHEST - mean : mean;
    }

    /** Variance of the mean from knowing only the class, its sums equally likely: (w² - 1) / (12 n²), w sums wide. */
    public double roundingVariance() {
        double width = sum.width();
        return (width * width - 1) / (12.0 * n * n);
    }
}
