package org.groeipuls.scoring;

/**
 * A class of answer sums {@code low..high} (both included) that stands in history for the sum itself; sums of raw,
 * never reversed, answers 1..5 (anonymity R4, rule {@code banded}).
 *
 * @throws IllegalArgumentException unless {@code 1 <= low <= high}
 */
public record SumClass(int low, int high) {
    public SumClass {
        if (low < 1 || high < low) {
            throw new IllegalArgumentException("A sum class needs 1 <= low <= high, got " + low + ".." + high);
        }
    }

    /** How many sums the class holds, 1 or more. */
    public int width() {
        return high - low + 1;
    }

    /** The middle of the class, {@code (low + high) / 2}, in sum points. */
    public double midpoint() {
        return (low + (double) high) / 2;
    }

    /** Whether {@code sum} falls in this class. */
    public boolean contains(int sum) {
        return low <= sum && sum <= high;
    }
}
