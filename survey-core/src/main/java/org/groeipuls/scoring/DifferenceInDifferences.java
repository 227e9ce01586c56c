package org.groeipuls.scoring;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What an intervention went with: the mean change D of groups that had it, minus that of groups that had not had it by then,
 * all from the same anchor pulse (measurement, section 3). "After", never "because of": it is no randomised trial.
 *
 * @param effect difference of the mean changes, points; above 0 where the groups that had it rose more
 * @param p share of the ways to deal out the label that give an effect at least as large either way, 0..1 (Fisher 1935)
 * @param treated groups that had it, 1 or more
 * @param compared groups that had not, 1 or more
 * @param deals how many ways were looked at: all of them up to 10,000, else as many drawn, and then p = (hits + 1)/(deals + 1)
 * @param exact whether all ways were looked at
 */
public record DifferenceInDifferences(double effect, double p, int treated, int compared, int deals, boolean exact) {
    /** Up to this many ways to deal the label all are looked at; else as many are drawn. */
    public static final int MOST_DEALS = 10_000;

    private static final double ALPHA = .05;

    /** Which way an intervention was expected to move a line. */
    public enum Direction {
        /** Upwards. */
        RISE,
        /** Downwards. */
        FALL
    }

    /**
     * The effect; empty when there is no group on one of the sides. The order of the groups changes nothing.
     *
     * @param treated changes D since the anchor of the groups with the marker, points
     * @param compared changes D since the same anchor of groups without a marker of that kind by now, points
     * @param seed of the draws, where all ways are too many; the same seed gives the same p
     * @throws IllegalArgumentException when a change is not finite
     */
    public static Optional<DifferenceInDifferences> of(List<Double> treated, List<Double> compared, long seed) {
        if (treated.isEmpty() || compared.isEmpty()) {
            return Optional.empty();
        }
        Deals deals = new Deals(numbers(treated), numbers(compared));
        long ways = deals.ways(MOST_DEALS);
        boolean exact = ways <= MOST_DEALS;
        double p = exact
                ? deals.asLarge() / (double) ways
                : (deals.asLargeOf(MOST_DEALS, new SplittableRandom(seed)) + 1) / (MOST_DEALS + 1.0);
        return Optional.of(new DifferenceInDifferences(
                deals.effect(), p, treated.size(), compared.size(), (int) Math.min(ways, MOST_DEALS), exact));
    }

    /**
     * Whether the effect is found: at checkpoint 6, the expected way, at least .20 points and p below .05. Otherwise it
     * "cannot be told yet". With few groups no p below .05 exists: 20 deals or fewer can never find anything.
     */
    public boolean found(Checkpoint checkpoint, Direction expected) {
        boolean expectedWay = expected == Direction.RISE ? effect > 0 : effect < 0;
        return checkpoint == Checkpoint.VERDICT && expectedWay && p < ALPHA && large();
    }

    private boolean large() {
        return Math.abs(effect) >= Verdict.SMALLEST - Domain.SLACK;
    }

    private static double[] numbers(List<Double> changes) {
        return changes.stream().mapToDouble(d -> Domain.finite(d, "change")).toArray();
    }
}
