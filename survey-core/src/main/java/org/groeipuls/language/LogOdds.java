package org.groeipuls.language;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.groeipuls.scoring.Interval;

/**
 * How much more often learning is heard than blame: θ = ln((L+.5)/(B+.5)), 0 when as often (measurement, section 4;
 * Haldane 1956 and Anscombe 1956 for the halves). A line of it uses R = SE².
 *
 * @param estimate θ
 * @param se √(1/(L+.5) + 1/(B+.5)), above 0
 */
public record LogOdds(double estimate, double se) {
    private static final double Z95 = NormalDistribution.of(0, 1).inverseCumulativeProbability(.95);

    /** @throws IllegalArgumentException if a count is below 0 */
    public static LogOdds of(int learning, int blame) {
        if (learning < 0 || blame < 0) {
            throw new IllegalArgumentException("counts are 0 or more, got " + learning + " and " + blame);
        }
        double l = learning + .5;
        double b = blame + .5;
        return new LogOdds(Math.log(l / b), Math.sqrt(1 / l + 1 / b));
    }

    /** The 90 % interval θ ± 1.645·SE, in log-odds. */
    public Interval interval() {
        return new Interval(estimate - Z95 * se, estimate + Z95 * se);
    }
}
