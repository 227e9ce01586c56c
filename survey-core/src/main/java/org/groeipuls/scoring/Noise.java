package org.groeipuls.scoring;

/** R, the variance in points² of a pulse's scale score around the group's true level (measurement, sections 3 and 6). */
public final class Noise {
    private Noise() {}

    /**
     * Rule {@code exact}: R = κ·s²_m / n.
     *
     * @param kappa above 0
     * @param s2m10 variance moderated with {@link ModeratedVariance#LINE_D0}, above 0
     * @param n respondents, above 0
     * @throws IllegalArgumentException outside these domains
     */
    public static double exact(double kappa, double s2m10, double n) {
        return Domain.positive(kappa, "kappa") * Domain.positive(s2m10, "s2m10") / Domain.positive(n, "n");
    }

    /**
     * Rule {@code banded}: R = κ·s0² / n + c.
     *
     * @param kappa above 0
     * @param s02 pooled variance within groups of the organisation, above 0
     * @param n mean answers per item, above 0
     * @param c rounding variance of the scale, 0 or more
     * @throws IllegalArgumentException outside these domains
     */
    public static double banded(double kappa, double s02, double n, double c) {
        return exact(kappa, s02, n) + Domain.notNegative(c, "c");
    }
}
