package org.groeipuls.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;

/**
 * What a replay says otherwise than the live view, for one group and construct: points of which the value or the line
 * differs, and outcomes of which the word does.
 *
 * @param points how many points were compared
 * @param changed points that differ, in order
 * @param outcomes how many outcomes either of them says
 * @param flipped outcomes that differ, in order
 */
public record TrendComparison(int points, List<PointChange> changed, int outcomes, List<Flip> flipped) {
    /**
     * One point under both; absent where one of them has a gap or nothing.
     *
     * @param value of the live view, 1 to 5
     * @param replayedValue the replay's
     * @param by how far the replay's value lies from the live one; absent where there is nothing to compare
     * @param level where the live line stands
     * @param replayedLevel where the replay's stands
     */
    public record PointChange(
            GroupId group,
            String construct,
            PulseId pulse,
            @Nullable Double value,
            @Nullable Double replayedValue,
            @Nullable Double by,
            @Nullable Double level,
            @Nullable Double replayedLevel) {}

    /**
     * One outcome under both.
     *
     * @param result what was said at the time; absent where nothing was
     * @param replayed what the replay says; absent where it says nothing
     */
    public record Flip(
            GroupId group,
            String construct,
            Anchored anchor,
            Checkpoint checkpoint,
            PulseId pulse,
            @Nullable Outcome result,
            @Nullable Outcome replayed) {}

    /**
     * Compares up to the last pulse that the replay knows; what came later is no change.
     *
     * @param live what was shown and said
     * @param replayed the same group and construct in the replay
     * @param known which pulses the replay can know
     */
    public static TrendComparison of(TeamTrend live, TeamTrend replayed, Predicate<PulseId> known) {
        var before = points(live, known);
        var after = points(replayed, known);
        var pulses = new LinkedHashMap<>(before);
        after.forEach(pulses::putIfAbsent);
        List<PointChange> changed = new ArrayList<>();
        pulses.keySet().forEach(pulse -> {
            var change = change(replayed, pulse, before.get(pulse), after.get(pulse));
            if (differs(change) || before.containsKey(pulse) != after.containsKey(pulse)) {
                changed.add(change);
            }
        });
        return said(pulses.size(), changed, outcomes(live, known), outcomes(replayed, known));
    }

    private static Map<PulseId, TrendPoint> points(TeamTrend trend, Predicate<PulseId> known) {
        Map<PulseId, TrendPoint> points = new LinkedHashMap<>();
        trend.points().stream()
                .filter(point -> known.test(point.pulse()))
                .forEach(point -> points.put(point.pulse(), point));
        return points;
    }

    private static PointChange change(
            TeamTrend trend, PulseId pulse, @Nullable TrendPoint before, @Nullable TrendPoint after) {
        var was = before == null ? null : before.shown();
        var is = after == null ? null : after.shown();
        return new PointChange(
                trend.group(),
                trend.construct(),
                pulse,
                was == null ? null : was.value(),
                is == null ? null : is.value(),
                was == null || is == null ? null : is.value() - was.value(),
                was == null ? null : was.level(),
                is == null ? null : is.level());
    }

    private static boolean differs(PointChange change) {
        return !Objects.equals(change.value(), change.replayedValue())
                || !Objects.equals(change.level(), change.replayedLevel());
    }

    private static Map<OutcomeId, OutcomeStated> outcomes(TeamTrend trend, Predicate<PulseId> known) {
        Map<OutcomeId, OutcomeStated> outcomes = new LinkedHashMap<>();
        trend.outcomes().stream()
                .filter(stated -> known.test(stated.pulse()))
                .forEach(stated -> outcomes.put(stated.outcome(), stated));
        return outcomes;
    }

    private static TrendComparison said(
            int points,
            List<PointChange> changed,
            Map<OutcomeId, OutcomeStated> before,
            Map<OutcomeId, OutcomeStated> after) {
        Map<OutcomeId, OutcomeStated> all = new LinkedHashMap<>(before);
        after.forEach(all::putIfAbsent);
        Map<OutcomeId, Outcome> was = results(before);
        Map<OutcomeId, Outcome> is = results(after);
        var flipped = all.values().stream()
                .filter(stated -> was.get(stated.outcome()) != is.get(stated.outcome()))
                .map(stated -> new Flip(
                        stated.group(),
                        stated.construct(),
                        stated.anchor(),
                        stated.checkpoint(),
                        stated.pulse(),
                        was.get(stated.outcome()),
                        is.get(stated.outcome())))
                .toList();
        return new TrendComparison(points, changed, all.size(), flipped);
    }

    private static Map<OutcomeId, Outcome> results(Map<OutcomeId, OutcomeStated> stated) {
        Map<OutcomeId, Outcome> results = new HashMap<>();
        stated.forEach((id, one) -> results.put(id, one.result()));
        return results;
    }
}
