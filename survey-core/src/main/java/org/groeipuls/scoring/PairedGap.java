package org.groeipuls.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The gap between what is said and what is done in one group (measurement, sections 5 and 6): "the answers show a gap",
 * never a diagnosis.
 *
 * @param n sheets with both sides, or under {@code banded} the lesser mean number of answers per item of the two sides
 * @param say mean of the say side, 1..5
 * @param practice mean of the do side, 1..5
 * @param gap G = say - practice, points
 * @param se standard error of the gap, points, above 0
 * @param lowerBound lower end of the one-sided 95 % interval of the gap, points
 */
public record PairedGap(double n, double say, double practice, double gap, double se, double lowerBound) {
    private static final double D0 = ModeratedVariance.SNAPSHOT_D0;
    private static final int GROUPS = 20;
    private static final double ABOVE_USUAL = .25;

    /**
     * Rule {@code exact}: s²_m = (2·σ_d² + (n-1)s²_d)/(n+1), SE = √(s²_m/n), bound G - t(.95, n+1)·SE; empty without pairs.
     *
     * @param gapVariance σ_d² of the organisation, above 0
     * @throws IllegalArgumentException outside that domain
     */
    public static Optional<PairedGap> exact(PairMoments moments, double gapVariance) {
        int n = moments.n();
        if (n == 0) {
            return Optional.empty();
        }
        double se = Math.sqrt(ModeratedVariance.of(D0, gapVariance, n, moments.variance()) / n);
        double gap = moments.sumGap() / n;
        double bound = gap - Quantiles.t95(n + D0 - 1) * se;
        return Optional.of(new PairedGap(n, moments.sumSay() / n, moments.sumDo() / n, gap, se, bound));
    }

    /**
     * Rule {@code banded}: class midpoints without offsets, SE² = σ_d²/n + c_say + c_do, bound G - 1.645·SE; empty when a
     * side has fewer released items than the rule needs.
     *
     * @param gapVariance σ_d² of the organisation, above 0
     * @throws IllegalArgumentException outside that domain
     */
    public static Optional<PairedGap> banded(
            List<BandedItem> say, List<BandedItem> practice, double gapVariance, GapRule rule) {
        Domain.positive(gapVariance, "gapVariance");
        if (Math.min(say.size(), practice.size()) < rule.items()) {
            return Optional.empty();
        }
        BandedScale said = BandedScale.ofAny(say, Calibration.DEFAULT);
        BandedScale done = BandedScale.ofAny(practice, Calibration.DEFAULT);
        double n = Math.min(said.n(), done.n());
        double se = Math.sqrt(gapVariance / n + said.roundingVariance() + done.roundingVariance());
        double gap = said.y() - done.y();
        return Optional.of(new PairedGap(n, said.y(), done.y(), gap, se, gap - Quantiles.Z95 * se));
    }

    /**
     * The median gap over groups, points, as "say" items are easier everywhere; empty below 20 groups, and then
     * {@link #pattern(GapRule)} decides alone.
     */
    public static OptionalDouble usual(List<PairedGap> groups) {
        return groups.size() < GROUPS
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Medians.of(groups.stream().map(PairedGap::gap).toList()));
    }

    /** As {@link #pattern(GapRule)}, and the gap is at least .25 points above the {@code usual} one where that is known. */
    public boolean pattern(GapRule rule, OptionalDouble usual) {
        return pattern(rule) && (usual.isEmpty() || gap - usual.getAsDouble() >= ABOVE_USUAL - Domain.SLACK);
    }

    /** Whether the gap reaches every threshold of {@code rule}. */
    public boolean pattern(GapRule rule) {
        return n >= rule.n()
                && say >= rule.say() - Domain.SLACK
                && gap >= rule.gap() - Domain.SLACK
                && lowerBound > rule.lowerBound();
    }
}
