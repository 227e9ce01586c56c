package org.groeipuls.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a disclosure rule leaves of a pulse's sheets, and what the line makes of it. */
enum SimulatedRule {
    EXACT("exact", 20),
    EXACT_WITH_SPREAD("exact, spread from 5", 5),
    BANDED("banded", Integer.MAX_VALUE);

    static final int K = 5;

    final String words;
    private final int spreadMinimum;

    SimulatedRule(String words, int spreadMinimum) {
        this.words = words;
        this.spreadMinimum = spreadMinimum;
    }

    /** The released point; empty where the pulse is withheld. */
    Optional<ReleasedSeries.Point> point(
            int pulse, Scale form, List<Map<String, Integer>> sheets, Calibration calibration) {
        if (this == BANDED) {
            return BandedScale.of(items(form, sheets), calibration)
                    .map(scale -> ReleasedSeries.Point.banded(pulse, scale));
        }
        ScaleMoments moments = ScaleMoments.of(form, sheets, calibration);
        return moments.n() < K
                ? Optional.empty()
                : Optional.of(new ReleasedSeries.Point(
                        pulse,
                        moments.mean().orElseThrow(),
                        moments.n(),
                        0,
                        variance(moments.n(), moments.variance())));
    }

    double noise(ReleasedSeries.Point point, Calibration calibration) {
        double s02 = calibration.s02("PS");
        return this == BANDED
                ? Noise.banded(calibration.kappa(), s02, point.n(), point.roundingVariance())
                : Noise.exact(
                        calibration.kappa(),
                        ModeratedVariance.of(ModeratedVariance.LINE_D0, s02, (int) point.n(), point.variance()),
                        point.n());
    }

    OptionalDouble variance(int n, OptionalDouble own) {
        return n < spreadMinimum ? OptionalDouble.empty() : own;
    }

    static List<BandedItem> items(Scale form, List<Map<String, Integer>> sheets) {
        return form.items().stream()
                .flatMap(item -> item(item, sheets).stream())
                .toList();
    }

    private static Optional<BandedItem> item(ScaleItem item, List<Map<String, Integer>> sheets) {
        int n = 0;
        int sum = 0;
        for (Map<String, Integer> sheet : sheets) {
            Integer answer = sheet.get(item.id());
            if (answer != null) {
                n++;
                sum += answer;
            }
        }
        return n < K
                ? Optional.empty()
                : Optional.of(new BandedItem(
                        item.id(), item.reversed(), n, SumClasses.of(n).containing(sum)));
    }
}
