package org.groeipuls.scoring;

/**
 * A difference in level with its uncertainty (measurement, section 3).
 *
 * @param d difference, points; above 0 is a rise
 * @param se standard error of the difference, points, above 0
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record Change(double d, double se) {
    public Change {
        Domain.finite(d, "d");
        Domain.positive(se, "se");
    }

    /** The difference in standard errors, D/SE. */
    public double z() {
        return d / se;
    }

    /** p = 2Φ(-|D/SE|), the chance of at least this difference where nothing changed: 0..1. */
    public double p() {
        return Quantiles.twoSidedP(z());
    }

    /** The 90 % interval D ± 1.645·SE, points. */
    public Interval band() {
        return Interval.around(d, se);
    }

    /** MDE80 = 2.80·SE: the true change that would be noticed at p below .05 in 80 % of cases, points. */
    public double mde80() {
        return Quantiles.Z80_POWER * se;
    }
}
