package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.jspecify.annotations.Nullable;

/**
 * What a group reads before it has a line: which statements came out relatively strongest and weakest, as something to talk
 * about. No score, no comparison with anybody.
 *
 * @param participation in which step the share of people who answered falls
 * @param fewerAnswered true where clearly fewer answered than at the pulse before; absent wherever that is not so, or not
 *     known
 * @param strongest at most three statements, the strongest first
 * @param weakest at most three others, the weakest first
 * @param calibration version of the offsets that make statements comparable
 */
public record FirstReport(
        PulseId pulse,
        LocalDate countedOn,
        InstrumentKey instrument,
        @Nullable Participation participation,
        @Nullable Boolean fewerAnswered,
        List<Statement> strongest,
        List<Statement> weakest,
        String calibration) {
    private static final int MOST = 3;
    private static final int HIGHEST = 6;

    /** A statement of the form, by its item. */
    public record Statement(String item, String construct) {}

    private record Scored(Statement statement, double score) {}

    /**
     * Of the latest pulse that was released for the group alone; empty before there is one.
     *
     * @param trends all trends of the group
     * @param calibrations the constants that the pulse names one version of
     */
    public static Optional<FirstReport> of(List<TeamTrend> trends, Instrument instrument, Calibrations calibrations) {
        var latest = trends.stream()
                .flatMap(trend -> trend.points().stream())
                .filter(point -> point.shown() != null && point.instrument().equals(instrument.key()))
                .max(Comparator.comparing(TrendPoint::ordinal));
        return latest.map(point -> {
            var calibration = calibrations.version(point.calibration());
            return of(point, scored(point.pulse(), trends, instrument, calibration), calibration);
        });
    }

    private static FirstReport of(TrendPoint point, List<Scored> scored, Calibration calibration) {
        int each = Math.min(MOST, scored.size() / 2);
        var best = scored.stream().map(Scored::statement).toList();
        return new FirstReport(
                point.pulse(),
                point.countedOn(),
                point.instrument(),
                point.participation(),
                point.fewerAnswered(),
                best.subList(0, each),
                best.reversed().subList(0, each),
                calibration.version());
    }

    /** Strongest first; ties by id, so that the same figures give the same report. */
    private static List<Scored> scored(
            PulseId pulse, List<TeamTrend> trends, Instrument instrument, Calibration calibration) {
        List<Scored> scored = new ArrayList<>();
        for (var trend : trends) {
            trend.points().stream()
                    .filter(point -> point.pulse().equals(pulse))
                    .flatMap(point -> point.items().stream())
                    .forEach(figures -> score(figures, instrument.item(figures.item()), calibration)
                            .ifPresent(score ->
                                    scored.add(new Scored(new Statement(figures.item(), trend.construct()), score))));
        }
        scored.sort(Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(one -> one.statement().item()));
        return scored;
    }

    /** Mean of the turned answers, or the middle of their class, minus the item's offset. */
    private static OptionalDouble score(ItemFigures figures, Item item, Calibration calibration) {
        var n = figures.n();
        if (n == null) {
            return OptionalDouble.empty();
        }
        var sum = figures.sum();
        var counts = figures.counts();
        if (sum != null) {
            return OptionalDouble.of(turned((sum.low() + sum.high()) / 2.0 / n, item, calibration));
        }
        if (counts == null) {
            return OptionalDouble.empty();
        }
        int total = 0;
        for (int value = 1; value <= counts.size(); value++) {
            total += value * counts.get(value - 1);
        }
        return OptionalDouble.of(turned((double) total / n, item, calibration));
    }

    private static double turned(double mean, Item item, Calibration calibration) {
        return (item.reversed() ? HIGHEST - mean : mean) - calibration.offset(item.id());
    }
}
