package org.groeipuls.scoring;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of the distributions in use; every interval of this package is two-sided at 90 %. */
final class Quantiles {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** z for a two-sided 90 % interval, 1.6449 (printed as 1.645). */
    static final double Z95 = NORMAL.inverseCumulativeProbability(.95);

    /** Standard errors that a change must measure to be noticed (p below .05) in 80 % of cases: 1.960 + 0.842 = 2.80. */
    static final double Z80_POWER =
            NORMAL.inverseCumulativeProbability(.975) + NORMAL.inverseCumulativeProbability(.80);

    private Quantiles() {}

    /** The .95 quantile of Student's t with {@code df > 0} degrees of freedom. */
    static double t95(double df) {
        return polished(TDistribution.of(df), .95);
    }

    /** The quantile {@code p} in (0, 1) of F with {@code df1 > 0} and {@code df2 > 0} degrees of freedom. */
    static double f(double df1, double df2, double p) {
        return polished(FDistribution.of(df1, df2), p);
    }

    /** P(F >= f) for f of 0 or more with {@code df1 > 0} and {@code df2 > 0} degrees of freedom, 0..1. */
    static double fTail(double df1, double df2, double f) {
        return FDistribution.of(df1, df2).survivalProbability(f);
    }

    /** P(|Z| >= |z|) of a standard normal Z: the two-sided p-value, in 0..1. */
    static double twoSidedP(double z) {
        return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
    }

    /** The library's root finder stops at 1e-9; one Newton step takes the quantile to the last digits. */
    private static double polished(ContinuousDistribution distribution, double p) {
        double x = distribution.inverseCumulativeProbability(p);
        return x - (distribution.cumulativeProbability(x) - p) / distribution.density(x);
    }
}
