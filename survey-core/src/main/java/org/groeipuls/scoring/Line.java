package org.groeipuls.scoring;

import java.util.List;

/**
 * The line of one group and construct: a Kalman local-level filter (measurement, section 3; Durbin and Koopman 2012,
 * chapter 2). A withheld pulse is skipped and only widens the band at the next one.
 *
 * @param m level, points
 * @param p variance of the level, points², above 0
 * @param last pulse of the last point, counted from 1; 0 before the first point
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record Line(double m, double p, int last) {
    public Line {
        Domain.finite(m, "m");
        Domain.positive(p, "p");
        Domain.atLeast(0, last, "last");
    }

    /** The line before its first point: the empirical-Bayes prior, so small groups start shrunk to {@code mu}. */
    public static Line start(double mu, double tau2) {
        return new Line(mu, tau2, 0);
    }

    /**
     * A line that another one begins from.
     *
     * @param weight its share of the people, 0..1
     */
    public record Share(Line line, double weight) {}

    /**
     * The line of a changed group before its first point (anonymity, section 1): m = Σ w m, P = Σ w² P + τ², over the lines
     * of the groups that its people come from.
     *
     * @param shares with weights that add up to 1
     * @param tau2 variance between groups, points², above 0
     * @throws IllegalArgumentException when the weights do not add up to 1
     */
    public static Line from(List<Share> shares, double tau2) {
        double weights = shares.stream().mapToDouble(Share::weight).sum();
        if (Math.abs(weights - 1) > Domain.SLACK) {
            throw new IllegalArgumentException("The weights of lines add up to 1, not " + weights);
        }
        double m = shares.stream()
                .mapToDouble(share -> share.weight() * share.line().m())
                .sum();
        double p = shares.stream()
                .mapToDouble(
                        share -> share.weight() * share.weight() * share.line().p())
                .sum();
        return new Line(m, p + tau2, 0);
    }

    /**
     * The line after one more point: P += q·(pulse - last) (not before the first), K = P/(P + R), m += K(y - m),
     * P = (1 - K)P.
     *
     * @param y scale score of the group, points
     * @param r variance of that score, see {@link Noise}, above 0
     * @param pulse number of the pulse, after {@code last}
     * @param q variance of the true change per pulse, 0 or more
     * @throws IllegalArgumentException outside these domains
     */
    public Line next(double y, double r, int pulse, double q) {
        Domain.finite(y, "y");
        Domain.positive(r, "r");
        double before = p + drift(last, pulse, q);
        double gain = before / (before + r);
        return new Line(m + gain * (y - m), (1 - gain) * before, pulse);
    }

    /** The 90 % band m ± 1.645·√P, points; it may pass 1..5. */
    public Interval band() {
        return Interval.around(m, Math.sqrt(p));
    }

    /** Variance that the true level gains from {@code last} to {@code pulse}; none before the first point. */
    static double drift(int last, int pulse, double q) {
        Domain.notNegative(q, "q");
        if (pulse <= last) {
            throw new IllegalArgumentException("Points come in order: pulse " + pulse + " is not after " + last);
        }
        return last == 0 ? 0 : q * (pulse - last);
    }
}
