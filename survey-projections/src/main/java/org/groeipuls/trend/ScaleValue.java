package org.groeipuls.trend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ScaleFigures;
import org.groeipuls.scoring.BandedItem;
import org.groeipuls.scoring.BandedScale;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.ModeratedVariance;
import org.groeipuls.scoring.Noise;
import org.groeipuls.scoring.Snapshot;

/**
 * A construct's score in one block, computed from released figures alone.
 *
 * @param noise variance of the score around the line (R of the filter)
 */
record ScaleValue(double n, double value, Interval range, double noise) {
    /** The score, unless fewer than two items, or too few answers, were released. */
    static Optional<ScaleValue> of(
            BlockReleased block,
            Disclosure disclosure,
            Instrument instrument,
            String construct,
            Calibration calibration) {
        return switch (disclosure) {
            case BANDED -> banded(block, instrument, construct, calibration);
            case EXACT ->
                block.scales().stream()
                        .filter(scale -> scale.construct().equals(construct))
                        .findFirst()
                        .map(scale -> exact(scale, block.eligible(), calibration));
        };
    }

    private static Optional<ScaleValue> banded(
            BlockReleased block, Instrument instrument, String construct, Calibration calibration) {
        List<BandedItem> items = itemsOf(block, instrument, construct).stream()
                .flatMap(figures -> banded(figures, instrument).stream())
                .toList();
        return BandedScale.of(items, calibration).map(scale -> {
            double s02 = calibration.s02(construct);
            return new ScaleValue(
                    scale.n(),
                    scale.y(),
                    Snapshot.banded(scale, block.eligible(), s02),
                    Noise.banded(calibration.kappa(), s02, scale.n(), scale.roundingVariance()));
        });
    }

    private static Optional<BandedItem> banded(ItemFigures figures, Instrument instrument) {
        var n = figures.n();
        var sum = figures.sum();
        if (n == null || sum == null) {
            return Optional.empty();
        }
        Item item = instrument.item(figures.item());
        return Optional.of(new BandedItem(item.id(), item.reversed(), n, sum));
    }

    private static ScaleValue exact(ScaleFigures scale, int eligible, Calibration calibration) {
        double s02 = calibration.s02(scale.construct());
        double mean = scale.sumAdjusted() / scale.n();
        var variance = varianceOf(scale, mean);
        return new ScaleValue(
                scale.n(),
                mean,
                Snapshot.exact(mean, variance, scale.n(), eligible, s02),
                Noise.exact(
                        calibration.kappa(),
                        ModeratedVariance.of(ModeratedVariance.LINE_D0, s02, scale.n(), variance),
                        scale.n()));
    }

    private static OptionalDouble varianceOf(ScaleFigures scale, double mean) {
        var spread = scale.spread();
        if (spread == null || scale.n() < 2) {
            return OptionalDouble.empty();
        }
        double squares = spread.sumAdjustedSquared() - scale.n() * mean * mean;
        return OptionalDouble.of(Math.max(0, squares / (scale.n() - 1)));
    }

    static List<ItemFigures> itemsOf(BlockReleased block, Instrument instrument, String construct) {
        return block.items().stream()
                .filter(figures ->
                        construct.equals(instrument.item(figures.item()).construct()))
                .toList();
    }
}
