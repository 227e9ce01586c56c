package org.groeipuls.trend;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.scoring.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What those who did not answer could change (measurement, section 2), taken from the steps in which the answered shares fall
 * and from nothing finer: it says nothing that the steps and the released figures do not.
 *
 * @param latest of the last own value of the line that is drawn now; absent where that has none
 * @param changes of every rise and fall that was stated, in that order
 */
public record Unheard(@Nullable Latest latest, List<Tipping> changes) {
    /**
     * Between which ends the value of all would lie, whatever the silent had answered and wherever in their classes the sums
     * of the others are.
     *
     * @param silent the largest share that the step leaves silent, 0..1; absent where fewer than half answered
     * @param bounds points; absent where they are too wide to be worth a word
     */
    public record Latest(
            PulseId pulse,
            @Nullable Double silent,
            @Nullable Interval bounds) {}

    /**
     * How far from those who answered the silent would have to be on average, if they were as these at the start, so that
     * nothing changed.
     *
     * @param silent the largest share that the lowest step leaves silent, 0..1, of all points that the outcome rests on;
     *     absent where at one of them fewer than half answered
     * @param points at least so many, 0 or more; absent with the share
     */
    public record Tipping(
            OutcomeId outcome,
            @Nullable Double silent,
            @Nullable Double points) {}

    static Unheard of(List<TrendPoint> points, List<OutcomeStated> outcomes) {
        return new Unheard(
                latest(points).orElse(null),
                outcomes.stream()
                        .filter(stated -> stated.result() == Outcome.ROSE || stated.result() == Outcome.FELL)
                        .flatMap(stated -> lowest(points, stated).map(step -> tipping(stated, step)).stream())
                        .toList());
    }

    private static Optional<Latest> latest(List<TrendPoint> points) {
        return points.isEmpty()
                ? Optional.empty()
                : own(points, points.getLast().line()).reversed().stream()
                        .findFirst()
                        .map(Unheard::latest);
    }

    private static Latest latest(TrendPoint point) {
        var shown = Objects.requireNonNull(point.shown());
        var silent = heard(shown).mostSilent();
        return silent.isEmpty()
                ? new Latest(point.pulse(), null, null)
                : new Latest(point.pulse(), silent.getAsDouble(), ends(point, shown.value(), silent.getAsDouble()));
    }

    /** Of a class only its middle is in a value: the mean of those who answered can lie as far off as the widest reaches. */
    private static Interval ends(TrendPoint point, double value, double silent) {
        double reach = point.items().stream().mapToDouble(Unheard::reach).max().orElse(0);
        return Snapshot.logicalBounds(new Interval(value - reach, value + reach), silent);
    }

    /** Where it is not known, nothing can be said. */
    private static Participation heard(TrendPoint.Shown shown) {
        return Objects.requireNonNullElse(shown.heard(), Participation.UNDER_HALF);
    }

    private static double reach(ItemFigures item) {
        var n = item.n();
        var sum = item.sum();
        return n == null || sum == null ? 0 : (sum.high() - sum.low()) / (2.0 * n);
    }

    private static Tipping tipping(OutcomeStated stated, Participation step) {
        var silent = step.mostSilent();
        return silent.isEmpty()
                ? new Tipping(stated.outcome(), null, null)
                : new Tipping(
                        stated.outcome(),
                        silent.getAsDouble(),
                        Snapshot.tippingValue(Math.abs(stated.d()), silent.getAsDouble())
                                .orElseThrow());
    }

    /** Of the points that the outcome rests on; empty where not all of them are here to be read. */
    private static Optional<Participation> lowest(List<TrendPoint> points, OutcomeStated stated) {
        var own = own(points, stated.anchor().line());
        var pulses = own.stream().map(TrendPoint::pulse).toList();
        int anchor = pulses.indexOf(stated.anchor().pulse());
        int first = anchor - Basis.POINTS + 1;
        int last = pulses.indexOf(stated.pulse());
        return first < 0 || last < anchor
                ? Optional.empty()
                : own.subList(first, last + 1).stream()
                        .map(point -> heard(Objects.requireNonNull(point.shown())))
                        .min(Participation::compareTo);
    }

    private static List<TrendPoint> own(List<TrendPoint> points, int line) {
        return points.stream()
                .filter(point -> point.line() == line && point.shown() != null)
                .toList();
    }
}
