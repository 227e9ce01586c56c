package org.groeipuls.calibration;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groeipuls.scoring.Calibration;

/**
 * The numbers of a calibration, in an order that is always the same. Maps may be partial: where something is absent the
 * built-in default holds, see {@link Calibration}.
 *
 * @param offsets item id to offset b, points, -2 to 2
 * @param mu construct to organisation mean, 1..5
 * @param tau2 construct to variance between groups, points², above 0 to 4
 * @param s02 construct to pooled variance within groups, points², above 0 to 4
 * @param kappa share of sampling noise that shows between pulses, above 0 to 1
 * @param q variance of the true change per pulse, points², 0 to 1
 * @param gapVariance variance within groups of a say-do gap, points², above 0 to 16
 */
public record Constants(
        SortedMap<String, Double> offsets,
        SortedMap<String, Double> mu,
        SortedMap<String, Double> tau2,
        SortedMap<String, Double> s02,
        double kappa,
        double q,
        double gapVariance) {
    private static final double MOST_VARIANCE = 4;
    private static final double MOST_GAP_VARIANCE = 16;
    private static final double MOST_OFFSET = 2;

    /** @throws ConstantsNotAllowed when a number is outside its range */
    public Constants {
        offsets = sorted(offsets);
        mu = sorted(mu);
        tau2 = sorted(tau2);
        s02 = sorted(s02);
        atMost(1, kappa, "kappa");
        atMost(1, q, "q");
        atMost(MOST_GAP_VARIANCE, gapVariance, "gapVariance");
        offsets.forEach((item, offset) -> atMost(MOST_OFFSET, Math.abs(offset), "offset of " + item));
        tau2.forEach((construct, variance) -> atMost(MOST_VARIANCE, variance, "tau2 of " + construct));
        s02.forEach((construct, variance) -> atMost(MOST_VARIANCE, variance, "s02 of " + construct));
        try {
            new Calibration("x", offsets, mu, tau2, s02, kappa, q, gapVariance, false);
        } catch (IllegalArgumentException outside) {
            throw new ConstantsNotAllowed(String.valueOf(outside.getMessage()));
        }
    }

    /** The numbers of this calibration. */
    public static Constants of(Calibration from) {
        return new Constants(
                sorted(from.offsets()),
                sorted(from.mu()),
                sorted(from.tau2()),
                sorted(from.s02()),
                from.kappa(),
                from.q(),
                from.gapVariance());
    }

    /**
     * The calibration with these numbers.
     *
     * @param learned whether they were learned from this organisation
     */
    public Calibration calibration(CalibrationVersion version, boolean learned) {
        return new Calibration(version.value(), offsets, mu, tau2, s02, kappa, q, gapVariance, learned);
    }

    private static void atMost(double most, double value, String name) {
        if (value > most) {
            throw new ConstantsNotAllowed(name + " must be " + most + " or less, got " + value);
        }
    }

    private static SortedMap<String, Double> sorted(Map<String, Double> some) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(some));
    }
}
