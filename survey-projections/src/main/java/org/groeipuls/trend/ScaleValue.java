package org.groeipuls.trend;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.groeipuls.trend.Formulas.Scoring;

/**
 * A construct's score in one block, computed from released figures alone.
 *
 * @param noise variance of the score around the line (R of the filter)
 */
record ScaleValue(double n, double value, Interval range, double noise) {
    /** The score, unless fewer than two items, or too few answers, were released. */
    static Optional<ScaleValue> of(
            BlockReleased block, Disclosure disclosure, Scales known, String construct, Scoring scoring) {
        return switch (disclosure) {
            case BANDED -> banded(block, known, construct, scoring);
            case EXACT -> {
                var scale = block.scales().stream()
                        .filter(one -> one.construct().equals(construct))
                        .findFirst();
                yield scale.isEmpty() || scale.get().items().stream().anyMatch(scoring.rule()::concerns)
                        ? ItemTallies.of(known.of(block, construct), known, scoring)
                                .map(tallies -> exact(
                                        construct, tallies, OptionalDouble.empty(), block.eligible(), scoring.wanted()))
                        : scale.map(one -> exact(one, block.eligible(), scoring));
            }
        };
    }

    /**
     * In which step the share falls that is behind the score: of the statement that the fewest answered, because who skipped
     * one was not heard on it.
     *
     * @param figures what was released of the construct's items
     */
    Participation heard(List<ItemFigures> figures, int eligible) {
        int fewest = figures.stream()
                .map(ItemFigures::n)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(Integer.MAX_VALUE);
        return Participation.of(Math.min(fewest, (int) n), eligible);
    }

    private static Optional<ScaleValue> banded(BlockReleased block, Scales known, String construct, Scoring scoring) {
        List<BandedItem> items = known.of(block, construct).stream()
                .flatMap(figures -> banded(figures, known).stream())
                .toList();
        var calibration = scoring.wanted();
        return BandedScale.of(items, calibration, scoring.rule()::weight).map(scale -> {
            double s02 = calibration.s02(construct);
            return new ScaleValue(
                    scale.n(),
                    scale.y(),
                    Snapshot.banded(scale, block.eligible(), s02),
                    Noise.banded(calibration.kappa(), s02, scale.n(), scale.roundingVariance()));
        });
    }

    private static Optional<BandedItem> banded(ItemFigures figures, Scales known) {
        var n = figures.n();
        var sum = figures.sum();
        if (n == null || sum == null) {
            return Optional.empty();
        }
        Item item = known.item(figures.item());
        return Optional.of(new BandedItem(item.id(), item.reversed(), n, sum));
    }

    private static ScaleValue exact(ScaleFigures scale, int eligible, Scoring scoring) {
        double counted = scale.sumAdjusted() / scale.n();
        double moved = offset(scale, scoring.counted()) - offset(scale, scoring.wanted());
        return exact(
                scale.construct(),
                new ItemTallies(scale.n(), counted + moved),
                varianceOf(scale, counted),
                eligible,
                scoring.wanted());
    }

    /** What offsets take off a scale where everybody answered all of it; so they move its mean and not its spread. */
    private static double offset(ScaleFigures scale, Calibration calibration) {
        return scale.items().stream().mapToDouble(calibration::offset).average().orElse(0);
    }

    private static ScaleValue exact(
            String construct, ItemTallies mean, OptionalDouble variance, int eligible, Calibration calibration) {
        double s02 = calibration.s02(construct);
        return new ScaleValue(
                mean.n(),
                mean.mean(),
                Snapshot.exact(mean.mean(), variance, mean.n(), eligible, s02),
                Noise.exact(
                        calibration.kappa(),
                        ModeratedVariance.of(ModeratedVariance.LINE_D0, s02, mean.n(), variance),
                        mean.n()));
    }

    private static OptionalDouble varianceOf(ScaleFigures scale, double mean) {
        var spread = scale.spread();
        if (spread == null || scale.n() < 2) {
            return OptionalDouble.empty();
        }
        double squares = spread.sumAdjustedSquared() - scale.n() * mean * mean;
        return OptionalDouble.of(Math.max(0, squares / (scale.n() - 1)));
    }
}
