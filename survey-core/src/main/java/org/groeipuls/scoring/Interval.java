package org.groeipuls.scoring;

/**
 * A closed interval, in points of the 1..5 scale unless its maker says otherwise; 90 % unless its maker says otherwise.
 *
 * @throws IllegalArgumentException when an end is not finite or {@code low > high}
 */
public record Interval(double low, double high) {
    public Interval {
        Domain.finite(low, "low");
        Domain.finite(high, "high");
        if (low > high) {
            throw new IllegalArgumentException("low must not exceed high, got " + low + " > " + high);
        }
    }

    /** The 90 % interval {@code middle} ± 1.645·{@code se}; {@code se} is 0 or more. */
    public static Interval around(double middle, double se) {
        double half = Quantiles.Z95 * Domain.notNegative(se, "se");
        return new Interval(middle - half, middle + half);
    }

    /** Distance between the ends, 0 or more. */
    public double width() {
        return high - low;
    }

    /** Whether {@code value} lies inside, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** This interval moved inside {@code bounds}: both ends are clamped, so disjoint intervals meet at the nearest bound. */
    Interval clampedTo(Interval bounds) {
        return new Interval(Math.clamp(low, bounds.low, bounds.high), Math.clamp(high, bounds.low, bounds.high));
    }
}
