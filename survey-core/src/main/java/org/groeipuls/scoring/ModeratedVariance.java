package org.groeipuls.scoring;

import java.util.OptionalDouble;

/**
 * The variance within a group, moderated by the organisation's: s²_m = (d0·s0² + (n-1)·s²) / (d0 + n - 1), points²
 * (measurement, section 2). It keeps five equal answers from having a zero-width interval.
 */
public final class ModeratedVariance {
    /** Weight of the organisation in a snapshot, in degrees of freedom. */
    public static final double SNAPSHOT_D0 = 2;

    /** Weight of the organisation in a line; 2 would list chance movements over many groups. */
    public static final double LINE_D0 = 10;

    private ModeratedVariance() {}

    /**
     * The moderated variance, between {@code s02} and {@code s2}.
     *
     * @param d0 weight of the organisation, degrees of freedom above 0
     * @param s02 pooled variance within groups of the organisation, above 0
     * @param n respondents, 1 or more
     * @param s2 own variance (denominator n-1), 0 or more; ignored when n is 1
     * @throws IllegalArgumentException outside these domains
     */
    public static double of(double d0, double s02, int n, double s2) {
        Domain.positive(d0, "d0");
        Domain.positive(s02, "s02");
        Domain.notNegative(s2, "s2");
        int own = Domain.atLeast(1, n, "n") - 1;
        return (d0 * s02 + own * s2) / (d0 + own);
    }

    /** As {@link #of(double, double, int, double)}; an own variance that was not released leaves {@code s02}. */
    public static double of(double d0, double s02, int n, OptionalDouble s2) {
        return s2.isPresent() ? of(d0, s02, n, s2.getAsDouble()) : Domain.positive(s02, "s02");
    }
}
