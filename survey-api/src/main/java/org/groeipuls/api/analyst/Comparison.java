package org.groeipuls.api.analyst;

import java.util.List;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.replay.TrendComparison;
import org.groeipuls.replay.TrendComparison.Flip;
import org.groeipuls.replay.TrendComparison.PointChange;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * What a replay says otherwise than the live views.
 *
 * @param points how many points were compared
 * @param changed points of which value or line differs
 * @param largest by how much the value of a point differs at most
 * @param outcomes how many outcomes were compared
 * @param flipped outcomes of which the word differs
 * @param next where to go on, if there is more
 */
public record Comparison(
        ReplayId replay,
        int points,
        List<PointChange> changed,
        @Nullable Double largest,
        int outcomes,
        List<Flip> flipped,
        @Nullable GroupId next) {
    public static Comparison of(ReplayId replay, ReplayReader.Compared compared) {
        var lines = compared.lines();
        var changed = lines.stream().flatMap(line -> line.changed().stream()).toList();
        var largest = changed.stream()
                .map(PointChange::by)
                .filter(by -> by != null)
                .mapToDouble(Math::abs)
                .max();
        return new Comparison(
                replay,
                lines.stream().mapToInt(TrendComparison::points).sum(),
                changed,
                largest.isPresent() ? largest.getAsDouble() : null,
                lines.stream().mapToInt(TrendComparison::outcomes).sum(),
                lines.stream().flatMap(line -> line.flipped().stream()).toList(),
                compared.next());
    }
}
