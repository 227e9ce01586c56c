package org.groeipuls.constants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ScaleFigures;
import org.groeipuls.scoring.BandedItem;
import org.groeipuls.scoring.BandedScale;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.ReleasedSeries.Point;

/** What was released of one scale in one block, to be scored with any offsets. */
sealed interface ScaleReleased {
    /** As a point of the group's own count of pulses. */
    Point point(int ordinal, Map<String, Double> offsets);

    /** The figures, where two items or more were released, or a sum under {@code exact}. */
    static Optional<ScaleReleased> of(BlockReleased block, Instrument instrument, String construct) {
        var exact = block.scales().stream()
                .filter(scale -> scale.construct().equals(construct))
                .findFirst();
        if (exact.isPresent()) {
            return exact.map(Sums::new);
        }
        List<BandedItem> items = new ArrayList<>();
        for (var figures : block.items()) {
            var item = instrument.item(figures.item());
            var n = figures.n();
            var sum = figures.sum();
            if (construct.equals(item.construct()) && n != null && sum != null) {
                items.add(new BandedItem(item.id(), item.reversed(), n, sum));
            }
        }
        return items.size() < 2 ? Optional.empty() : Optional.of(new Classes(items));
    }

    /** Under {@code banded}. */
    record Classes(List<BandedItem> items) implements ScaleReleased {
        @Override
        public Point point(int ordinal, Map<String, Double> offsets) {
            var adjusting = new Calibration(
                    "offsets", offsets, Map.of(), Map.of(), Map.of(), 1, 0, Calibration.DEFAULT.gapVariance(), false);
            return Point.banded(ordinal, BandedScale.of(items, adjusting).orElseThrow());
        }
    }

    /**
     * Under {@code exact}. Who skipped an item is not released, so offsets are taken off the mean as if everybody with a
     * score had answered all that was asked; the variance is the one that was released.
     */
    record Sums(ScaleFigures scale) implements ScaleReleased {
        @Override
        public Point point(int ordinal, Map<String, Double> offsets) {
            double offset = scale.items().stream()
                    .mapToDouble(item -> offsets.getOrDefault(item, 0.0))
                    .average()
                    .orElse(0);
            return new Point(ordinal, scale.sumRaw() / scale.n() - offset, scale.n(), 0, variance());
        }

        private OptionalDouble variance() {
            var spread = scale.spread();
            if (spread == null || scale.n() < 2) {
                return OptionalDouble.empty();
            }
            double squares = spread.sumAdjustedSquared() - scale.sumAdjusted() * scale.sumAdjusted() / scale.n();
            return OptionalDouble.of(Math.max(0, squares / (scale.n() - 1)));
        }
    }
}
