package org.groeipuls.scoring;

/**
 * When a say-do gap counts as a pattern (measurement, section 5).
 *
 * @param items released items that each side needs, 1 or more
 * @param n answers needed, 1 or more
 * @param say the mean of the say side must reach this, 1..5
 * @param gap the gap must reach this, points
 * @param lowerBound the lower bound of the gap must pass this, points
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record GapRule(int items, int n, double say, double gap, double lowerBound) {
    /** Sides of several items: n >= 5, say >= 3.5, gap >= .50, bound above .20. */
    public static final GapRule SCALES = new GapRule(2, 5, 3.5, .50, .20);

    /** Sides of one item each (M3), released exactly: gap >= .75, bound above .25. */
    public static final GapRule SINGLE_ITEMS = new GapRule(1, 5, 3.5, .75, .25);

    /** Sides of one item each in sum classes: from n = 6, as at 5 one in seven groups without a gap would be flagged. */
    public static final GapRule SINGLE_ITEMS_BANDED = new GapRule(1, 6, 3.5, .75, .25);

    public GapRule {
        Domain.atLeast(1, items, "items");
        Domain.atLeast(1, n, "n");
        Domain.within(1, say, 5, "say");
        Domain.finite(gap, "gap");
        Domain.finite(lowerBound, "lowerBound");
    }
}
