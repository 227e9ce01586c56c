package org.groeipuls.scoring;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The score of a scale from released sum classes (measurement, section 6).
 *
 * @param y scale score, points: mean over items of the class midpoint (reversed) minus the item offset
 * @param roundingVariance c, points²: what knowing only classes adds to the variance of y, 0 or more
 * @param n mean number of answers per item, above 0; after pooling the sum of those means
 * @param items J, how many released items stand behind y; after pooling the fewest of any block
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record BandedScale(double y, double roundingVariance, double n, int items) {
    private static final int FEWEST_ITEMS = 2;

    public BandedScale {
        Domain.finite(y, "y");
        Domain.notNegative(roundingVariance, "roundingVariance");
        Domain.positive(n, "n");
        Domain.atLeast(1, items, "items");
    }

    /**
     * y = Σ (m_i - b_i) / J, c = Σ ((H_i - L_i + 1)² - 1)/(12 n_i²) / J², n = Σ n_i / J; empty below two items, as one
     * item never makes a scale.
     */
    public static Optional<BandedScale> of(List<BandedItem> items, Calibration calibration) {
        return items.size() < FEWEST_ITEMS ? Optional.empty() : Optional.of(ofAny(items, calibration));
    }

    /**
     * As {@link #of(List, Calibration)} with items that count more than others: y = Σ w (m - b) / Σ w, c = Σ w² c / (Σ w)²;
     * n is the mean over the items that count, and J how many those are.
     *
     * @param weight of an item by its id, 0 or more; 0 leaves it out
     */
    public static Optional<BandedScale> of(
            List<BandedItem> items, Calibration calibration, ToDoubleFunction<String> weight) {
        List<BandedItem> counted = items.stream()
                .filter(item -> weight.applyAsDouble(item.id()) > 0)
                .toList();
        return counted.size() < FEWEST_ITEMS ? Optional.empty() : Optional.of(weighted(counted, calibration, weight));
    }

    private static BandedScale weighted(
            List<BandedItem> items, Calibration calibration, ToDoubleFunction<String> weight) {
        double total = items.stream()
                .mapToDouble(item -> weight.applyAsDouble(item.id()))
                .sum();
        double y = items.stream()
                        .mapToDouble(item ->
                                weight.applyAsDouble(item.id()) * (item.midpoint() - calibration.offset(item.id())))
                        .sum()
                / total;
        double c = items.stream()
                        .mapToDouble(item -> weight.applyAsDouble(item.id())
                                * weight.applyAsDouble(item.id())
                                * item.roundingVariance())
                        .sum()
                / (total * total);
        double n = items.stream().mapToInt(BandedItem::n).sum() / (double) items.size();
        return new BandedScale(y, c, n, items.size());
    }

    /**
     * A unit from its blocks, remainder included: y = Σ n y / Σ n, c = Σ n² c / (Σ n)², n = Σ n.
     *
     * @throws IllegalArgumentException without blocks
     */
    public static BandedScale pooled(List<BandedScale> blocks) {
        Domain.atLeast(1, blocks.size(), "blocks");
        double n = blocks.stream().mapToDouble(BandedScale::n).sum();
        double y = blocks.stream().mapToDouble(block -> block.n * block.y).sum() / n;
        double c = blocks.stream()
                        .mapToDouble(block -> block.n * block.n * block.roundingVariance)
                        .sum()
                / (n * n);
        int items = blocks.stream().mapToInt(BandedScale::items).min().orElseThrow();
        return new BandedScale(y, c, n, items);
    }

    /** As {@link #of}, from one item up: the sides of a say-do gap may be single items. */
    static BandedScale ofAny(List<BandedItem> items, Calibration calibration) {
        int j = Domain.atLeast(1, items.size(), "released items");
        double y = items.stream()
                        .mapToDouble(item -> item.midpoint() - calibration.offset(item.id()))
                        .sum()
                / j;
        double c = items.stream().mapToDouble(BandedItem::roundingVariance).sum() / (j * (double) j);
        double n = items.stream().mapToInt(BandedItem::n).sum() / (double) j;
        return new BandedScale(y, c, n, j);
    }
}
