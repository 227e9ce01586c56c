package org.groeipuls.reflection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.scoring.BandedItem;
import org.groeipuls.scoring.BandedScale;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.scoring.ModeratedVariance;
import org.groeipuls.scoring.Noise;
import org.groeipuls.scoring.SelfOther;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;

/**
 * A lead's own answers beside what was released of the group at the same pulse, statement by statement, and for
 * role-modelling as a whole. Both values stand there always, since a difference hides its parts. Who may see it decides
 * whoever asks for it.
 *
 * @param pairs all statements of the leader's form, in its order
 * @param roleModelling the gap (measurement, section 2); absent where fewer than two statements have both values
 */
public record SelfBesideGroup(List<Pair> pairs, @Nullable SelfOther roleModelling) {
    /** The construct whose gap is told. */
    public static final String ROLE_MODELLING = "leader-role-modelling";

    private static final int FEWEST = 2;
    private static final int TURNED = 6;

    /**
     * One statement, with raw answers: a reversed one is not turned here.
     *
     * @param item of the leader's form
     * @param mirrors the group's item
     * @param self 1 to 5; absent where the lead left it out
     * @param group mean of the group, under {@code banded} the middle of its class; absent where nothing was released
     * @param n how many of the group answered it; absent where nothing was released
     */
    public record Pair(
            String item,
            String mirrors,
            @Nullable Integer self,
            @Nullable Double group,
            @Nullable Integer n) {}

    /** A statement of role-modelling with both values. */
    private record Both(Item item, int self, ItemFigures figures, int n) {
        int turned() {
            return item.reversed() ? TURNED - self : self;
        }
    }

    /**
     * @param form the leader's form
     * @param answers 1 to 5 by item of that form
     * @param points all points of the group of this pulse, of all constructs; none before the count
     */
    public static SelfBesideGroup of(
            Instrument instrument,
            Form form,
            Map<String, Integer> answers,
            List<TrendPoint> points,
            Calibrations calibrations) {
        List<Pair> pairs = new ArrayList<>();
        List<Both> known = new ArrayList<>();
        for (var id : form.items()) {
            var item = instrument.item(id);
            var mirrored = item.mirrors();
            if (mirrored == null) {
                continue;
            }
            var self = answers.get(id);
            var figures = figures(mirrored, points);
            var n = figures.map(ItemFigures::n).orElse(null);
            var group = figures.map(SelfBesideGroup::mean).orElse(OptionalDouble.empty());
            boolean released = n != null && group.isPresent();
            pairs.add(new Pair(id, mirrored, self, released ? group.getAsDouble() : null, released ? n : null));
            if (self != null && n != null && released && ROLE_MODELLING.equals(item.construct())) {
                known.add(new Both(item, self, figures.orElseThrow(), n));
            }
        }
        return new SelfBesideGroup(
                List.copyOf(pairs),
                points.stream()
                        .findFirst()
                        .flatMap(point -> gap(known, point, calibrations))
                        .orElse(null));
    }

    private static Optional<ItemFigures> figures(String item, List<TrendPoint> points) {
        return points.stream()
                .flatMap(point -> point.items().stream())
                .filter(figures -> figures.item().equals(item))
                .findFirst();
    }

    private static OptionalDouble mean(ItemFigures figures) {
        var n = figures.n();
        var sum = figures.sum();
        var counts = figures.counts();
        if (n != null && sum != null) {
            return OptionalDouble.of(sum.midpoint() / n);
        }
        if (n == null || counts == null) {
            return OptionalDouble.empty();
        }
        int total = IntStream.rangeClosed(1, counts.size())
                .map(answer -> answer * counts.get(answer - 1))
                .sum();
        return OptionalDouble.of((double) total / n);
    }

    private static Optional<SelfOther> gap(List<Both> known, TrendPoint point, Calibrations calibrations) {
        if (known.size() < FEWEST) {
            return Optional.empty();
        }
        var calibration = calibrations.version(point.calibration());
        var self = known.stream().mapToInt(Both::turned).toArray();
        return Optional.of(
                point.disclosure() == Disclosure.BANDED
                        ? banded(self, known, calibration)
                        : exact(self, known, calibration));
    }

    private static SelfOther banded(int[] self, List<Both> known, Calibration calibration) {
        List<BandedItem> items = new ArrayList<>();
        for (var both : known) {
            var sum = both.figures().sum();
            if (sum != null) {
                items.add(new BandedItem(both.item().id(), both.item().reversed(), both.n(), sum));
            }
        }
        // without offsets: the lead's answers have none
        var group = BandedScale.of(items, Calibration.DEFAULT).orElseThrow();
        var noise =
                Noise.banded(calibration.kappa(), calibration.s02(ROLE_MODELLING), group.n(), group.roundingVariance());
        return SelfOther.of(self, group.y(), group.n(), noise, SelfOther.ITEM_VARIANCE);
    }

    /** The own spread of the group stands in no trend, so the organisation's stands in for it. */
    private static SelfOther exact(int[] self, List<Both> known, Calibration calibration) {
        double group = 0;
        int answers = 0; // summed whole: n parts of five give less than five
        for (var both : known) {
            double mean = mean(both.figures()).orElseThrow();
            group += (both.item().reversed() ? TURNED - mean : mean) / known.size();
            answers += both.n();
        }
        double n = (double) answers / known.size();
        var variance = ModeratedVariance.of(
                ModeratedVariance.LINE_D0, calibration.s02(ROLE_MODELLING), (int) n, OptionalDouble.empty());
        return SelfOther.of(self, group, n, Noise.exact(calibration.kappa(), variance, n), SelfOther.ITEM_VARIANCE);
    }
}
