package org.groeipuls.scoring;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How a leader sees themselves beside how the group sees them, over mirrored items (measurement, section 2). Shown to the
 * leader first. A difference hides its parts: always print both values.
 *
 * @param self mean of the leader's own items, 1..5
 * @param group mean of the group, points
 * @param n respondents of the group, above 0
 * @param items mirrored items k that the leader answered, 1 or more
 * @param se standard error of the gap, points, above 0
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record SelfOther(double self, double group, double n, int items, double se) {
    /** Residual item variance σ²_e until an organisation has its own, points². */
    public static final double ITEM_VARIANCE = .5;

    private static final double FEWEST = 5;
    private static final double LARGE = .75;
    private static final double BEYOND = .25;

    public SelfOther {
        Domain.within(ScaleItem.LOWEST, self, ScaleItem.HIGHEST, "self");
        Domain.finite(group, "group");
        Domain.positive(n, "n");
        Domain.atLeast(1, items, "items");
        Domain.positive(se, "se");
    }

    /**
     * SE² = R + σ²_e/k, with R of {@link Noise}: κ·s²_m(10)/n under {@code exact}, κ·s0²/n + c under {@code banded}.
     *
     * @param selfScores the leader's scores 1..5, reversed items turned
     * @param group mean of the group over the same items, points
     * @param n respondents of the group, above 0
     * @param noise R, points², above 0
     * @param itemVariance σ²_e, points², above 0; see {@link #ITEM_VARIANCE}
     * @throws IllegalArgumentException without scores or when a number is outside its domain
     */
    public static SelfOther of(int[] selfScores, double group, double n, double noise, double itemVariance) {
        int k = Domain.atLeast(1, selfScores.length, "mirrored items");
        Arrays.stream(selfScores)
                .forEach(score -> Domain.within(ScaleItem.LOWEST, score, ScaleItem.HIGHEST, "own score"));
        OptionalDouble self = Arrays.stream(selfScores).average();
        double variance = Domain.positive(noise, "noise") + Domain.positive(itemVariance, "itemVariance") / k;
        return new SelfOther(self.orElseThrow(), group, n, k, Math.sqrt(variance));
    }

    /** G = self - group, points; above 0 where the leader sees it rosier. */
    public double gap() {
        return self - group;
    }

    /** The 90 % interval G ± 1.645·SE, points. */
    public Interval interval() {
        return Interval.around(gap(), se);
    }

    /** "The leader sees it rosier": n of 5 or more, G of .75 or more, and its lower bound above .25. */
    public boolean rosier() {
        return n >= FEWEST && gap() >= LARGE - Domain.SLACK && interval().low() > BEYOND;
    }
}
