package org.groeipuls.constants;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.scoring.BandedItem;
import org.groeipuls.scoring.ItemOffsets;

/**
 * The organisation's mean of each item, from blocks of which every item of its scale was released, so that time does not
 * look like difficulty; by the latest instrument that asked the whole scale.
 */
final class ItemMeans {
    private final Map<String, OfScale> scales = new HashMap<>();

    private static final class OfScale {
        private final InstrumentKey instrument;
        private final Map<String, Pooled> items = new HashMap<>();

        OfScale(InstrumentKey instrument) {
            this.instrument = instrument;
        }
    }

    /** @param sum Σ n·mean of the turned answers */
    private record Pooled(int n, double sum) {
        Pooled plus(Pooled other) {
            return new Pooled(n + other.n, sum + other.sum);
        }
    }

    void on(BlockReleased block, Instrument instrument, String construct) {
        var whole = instrument.items().stream()
                .filter(item -> construct.equals(item.construct()) && item.mirrors() == null)
                .toList();
        Map<String, Pooled> found = new HashMap<>();
        for (Item item : whole) {
            block.items().stream()
                    .filter(figures -> figures.item().equals(item.id()))
                    .findFirst()
                    .flatMap(figures -> pooled(item, figures))
                    .ifPresent(mean -> found.put(item.id(), mean));
        }
        if (whole.size() < 2 || found.size() < whole.size()) {
            return;
        }
        var scale = scales.get(construct);
        if (scale == null || !scale.instrument.equals(instrument.key())) {
            scale = new OfScale(instrument.key());
            scales.put(construct, scale);
        }
        var items = scale.items;
        found.forEach((item, mean) -> items.merge(item, mean, Pooled::plus));
    }

    private static Optional<Pooled> pooled(Item item, ItemFigures figures) {
        var n = figures.n();
        var counts = figures.counts();
        var sum = figures.sum();
        if (n != null && counts != null) {
            return Optional.of(new Pooled(n, turned(item, n, counts)));
        }
        return n == null || sum == null
                ? Optional.empty()
                : Optional.of(new Pooled(n, n * new BandedItem(item.id(), item.reversed(), n, sum).midpoint()));
    }

    private static double turned(Item item, int n, List<Integer> counts) {
        int raw = IntStream.rangeClosed(1, 5)
                .map(answer -> answer * counts.get(answer - 1))
                .sum();
        return item.reversed() ? 6.0 * n - raw : raw;
    }

    /** The offset of each item of every scale that was asked whole; none before. */
    Map<String, Double> offsets() {
        Map<String, Double> offsets = new HashMap<>();
        for (OfScale scale : scales.values()) {
            Map<String, Double> means = new HashMap<>();
            scale.items.forEach((item, pooled) -> means.put(item, pooled.sum() / pooled.n()));
            offsets.putAll(ItemOffsets.of(means));
        }
        return offsets;
    }
}
