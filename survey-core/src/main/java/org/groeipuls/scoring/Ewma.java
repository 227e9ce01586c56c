package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A control chart of exponentially weighted means (Roberts 1959; NIST/SEMATECH e-Handbook 6.3.2.4; measurement, section 3):
 * for the organisation's line only, as groups have too short a baseline.
 *
 * @param lambda weight of the newest value, above 0, at most 1
 * @param z0 level before the first value, points
 * @param sigma standard deviation of one value, points, above 0
 * @param limits width L of the limits, in standard deviations of z, above 0
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record Ewma(double lambda, double z0, double sigma, double limits) {
    /** How many pulses of baseline a chart needs. */
    public static final int BASELINE = 20;

    /** The usual weight of the newest value. */
    public static final double USUAL_LAMBDA = .3;

    /** The usual width of the limits, in standard deviations of z. */
    public static final double USUAL_LIMITS = 3;

    public Ewma {
        Domain.positive(lambda, "lambda");
        Domain.within(0, lambda, 1, "lambda");
        Domain.finite(z0, "z0");
        Domain.positive(sigma, "sigma");
        Domain.positive(limits, "limits");
    }

    /**
     * @param z weighted mean after this value, points
     * @param expected where z stays while nothing changes, points
     */
    public record Point(double z, Interval expected) {
        /** Whether z left the limits. */
        public boolean signal() {
            return !expected.contains(z);
        }
    }

    /**
     * The usual chart (λ .3, L 3) around the mean and standard deviation (n-1) of a baseline.
     *
     * @throws IllegalArgumentException with fewer than 20 values, or when they do not vary
     */
    public static Ewma after(double... baseline) {
        Domain.atLeast(BASELINE, baseline.length, "pulses of baseline");
        GroupScores scores = GroupScores.of(baseline);
        return new Ewma(USUAL_LAMBDA, scores.mean(), Math.sqrt(scores.variance()), USUAL_LIMITS);
    }

    /**
     * z_t = λ x_t + (1-λ) z_(t-1), with exact limits z0 ± L·σ·√(λ/(2-λ)·(1-(1-λ)^(2t))), for values in order of time.
     *
     * @throws IllegalArgumentException when a value is not finite
     */
    public List<Point> chart(double... values) {
        Arrays.stream(values).forEach(value -> Domain.finite(value, "value"));
        List<Point> points = new ArrayList<>();
        double z = z0;
        for (int t = 1; t <= values.length; t++) {
            z = lambda * values[t - 1] + (1 - lambda) * z;
            double half = limits * sigma * Math.sqrt(lambda / (2 - lambda) * (1 - Math.pow(1 - lambda, 2.0 * t)));
            points.add(new Point(z, new Interval(z0 - half, z0 + half)));
        }
        return points;
    }
}
