package org.groeipuls.scoring;

import java.util.Map;

/**
 * The organisation's constants, versioned and frozen per pulse (measurement, section 3): a replay with the same
 * calibration gives the same numbers. Maps may be partial; the methods fill in the defaults.
 *
 * @param version name of this calibration, such as {@code default@1}
 * @param offsets item id to offset b, points, subtracted from the reversed answer; 0 when absent
 * @param mu construct to organisation mean, 1..5; 3.6 when absent
 * @param tau2 construct to variance between groups, above 0; .10 when absent
 * @param s02 construct to pooled variance within groups, above 0; .5 when absent
 * @param kappa share of sampling noise that shows between pulses, above 0 (1 until learned)
 * @param q variance of the true change per pulse, 0 or more
 * @param gapVariance variance within groups of a say-do gap, above 0
 * @param calibrated whether the numbers were learned from this organisation
 * @throws IllegalArgumentException when a number is outside its domain or the version is blank
 */
public record Calibration(
        String version,
        Map<String, Double> offsets,
        Map<String, Double> mu,
        Map<String, Double> tau2,
        Map<String, Double> s02,
        double kappa,
        double q,
        double gapVariance,
        boolean calibrated) {
    private static final double MU = 3.6;
    private static final double TAU2 = .10;
    private static final double S02 = .5;

    /** The constants before any calibration: {@code default@1}, marked as not calibrated. */
    public static final Calibration DEFAULT =
            new Calibration("default@1", Map.of(), Map.of(), Map.of(), Map.of(), 1, .0025, .5, false);

    public Calibration {
        if (version.isBlank()) {
            throw new IllegalArgumentException("A calibration needs a version, such as default@1");
        }
        offsets = Map.copyOf(offsets);
        mu = Map.copyOf(mu);
        tau2 = Map.copyOf(tau2);
        s02 = Map.copyOf(s02);
        offsets.forEach((item, offset) -> Domain.within(-4, offset, 4, "offset of " + item));
        mu.forEach((construct, mean) -> Domain.within(1, mean, 5, "mu of " + construct));
        tau2.forEach((construct, variance) -> Domain.positive(variance, "tau2 of " + construct));
        s02.forEach((construct, variance) -> Domain.positive(variance, "s02 of " + construct));
        Domain.positive(kappa, "kappa");
        Domain.notNegative(q, "q");
        Domain.positive(gapVariance, "gapVariance");
    }

    /** Offset b of an item in points; 0 for an item without one. */
    public double offset(String item) {
        return offsets.getOrDefault(item, 0.0);
    }

    /** Organisation mean of a construct, 1..5; 3.6 by default. */
    public double mu(String construct) {
        return mu.getOrDefault(construct, MU);
    }

    /** Variance between groups of a construct; .10 by default. */
    public double tau2(String construct) {
        return tau2.getOrDefault(construct, TAU2);
    }

    /** Pooled variance of respondent scores within groups of a construct; .5 by default. */
    public double s02(String construct) {
        return s02.getOrDefault(construct, S02);
    }
}
