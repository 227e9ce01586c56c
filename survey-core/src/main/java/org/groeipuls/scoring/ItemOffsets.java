package org.groeipuls.scoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much easier or harder each item of a scale is than its fellows (measurement, sections 2 and 6). Without it, another
 * item on the form would look like a change.
 */
public final class ItemOffsets {
    private ItemOffsets() {}

    /**
     * b_i = mean of item i - mean of the item means, points; Σ b_i = 0 but for rounding.
     *
     * @param means turned item means of the organisation, 1..5, of one scale and from occasions that asked all its items
     *     (the baseline form): otherwise time looks like difficulty
     * @throws IllegalArgumentException with fewer than two items or when a mean is not finite
     */
    public static Map<String, Double> of(Map<String, Double> means) {
        int items = Domain.atLeast(2, means.size(), "items");
        double middle = means.values().stream()
                        .mapToDouble(mean -> Domain.finite(mean, "item mean"))
                        .sorted()
                        .sum()
                / items;
        return means.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue() - middle));
    }

    /** The organisation's turned mean of each item from the classes of its blocks: Σ n·midpoint/Σ n. */
    public static Map<String, Double> means(List<BandedItem> blocks) {
        return blocks.stream()
                .collect(Collectors.groupingBy(
                        BandedItem::id, Collectors.collectingAndThen(Collectors.toList(), ItemOffsets::pooled)));
    }

    private static double pooled(List<BandedItem> blocks) {
        double weighted = blocks.stream()
                .mapToDouble(item -> item.n() * item.midpoint())
                .sorted()
                .sum();
        return weighted / blocks.stream().mapToInt(BandedItem::n).sum();
    }
}
