package org.groeipuls.followup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groeipuls.development.Aim;
import org.groeipuls.heatmap.Heatmap;
import org.groeipuls.heatmap.Heatmap.Cell;
import org.groeipuls.heatmap.Heatmap.Certainty;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Verdict;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.Standing;
import org.groeipuls.trend.Trends;
import org.groeipuls.trend.Trends.Reached;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a goal now, in words without a number: released figures of a unit of at least three leads and three
 * groups, never of one group. D = Σ w·D_g with SE² = Σ w²·SE_g² over the unit's groups, weighted by people asked, since
 * the last own point before the goal's first day, looked at only where all of them reached their third or sixth point and
 * none lacks what a verdict needs.
 *
 * @param moved how the unit's line moved; absent where nothing is shown
 * @param side on which side of the wanted level it is, or of the middle of the scale; absent where nothing is shown
 * @param withheld why nothing is shown; absent where something is
 */
public record GoalTrend(
        @Nullable Moved moved,
        @Nullable Certainty side,
        @Nullable Withheld withheld) {
    /** Of fewer groups, and of fewer leads, nothing is said. */
    public static final int LEAST = 3;

    /** How a line moved, in the words of outcomes. */
    public enum Moved {
        RISEN,
        FALLEN,
        ABOUT_THE_SAME,
        CANNOT_TELL_YET;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why nothing is shown. */
    public enum Withheld {
        /** Fewer than three groups with a line, or fewer than three leads. */
        TOO_FEW,
        /** It is about leaders, and a unit below this one could be taken from it. */
        LEADERS;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final GoalTrend FEW = new GoalTrend(null, null, Withheld.TOO_FEW);

    /**
     * Holds the trend of a goal's unit against it.
     *
     * @param unit the goal's, or the one at the top
     * @param map the units that may be shown, with all constructs
     */
    public static GoalTrend of(Aim aim, UnitId unit, Heatmap map, Trends trends, Organisation now, LocalDate today) {
        var cell = cell(map, unit, aim.construct()).filter(one -> one.groups() >= LEAST);
        if (cell.isEmpty()) {
            return FEW;
        }
        if (aim.aboutLeaders()) {
            return cell(map.inWords(now), unit, aim.construct())
                    .map(one -> new GoalTrend(null, one.certainty(), null))
                    .orElseGet(() -> new GoalTrend(null, null, Withheld.LEADERS));
        }
        return new GoalTrend(moved(aim, unit, trends, now, today), side(aim, cell.get()), null);
    }

    private static Optional<Cell> cell(Heatmap map, UnitId unit, String construct) {
        return map.rows().stream()
                .filter(row -> row.unit().equals(unit))
                .flatMap(row -> row.cells().stream())
                .filter(one -> one.construct().equals(construct))
                .findFirst();
    }

    private static Certainty side(Aim aim, Cell cell) {
        var level = aim.level();
        Interval band = cell.band();
        if (level == null || band == null) {
            return cell.certainty();
        }
        if (band.low() > level) {
            return Certainty.ABOVE;
        }
        return band.high() < level ? Certainty.BELOW : Certainty.EITHER;
    }

    private static Moved moved(Aim aim, UnitId unit, Trends trends, Organisation now, LocalDate today) {
        var before = trends.standings(aim.from().minusDays(1)).stream()
                .filter(one -> one.construct().equals(aim.construct()))
                .map(Standing::group)
                .toList();
        var within = trends.standings(today).stream()
                .filter(one -> one.construct().equals(aim.construct()) && before.contains(one.group()))
                .filter(one -> Heatmap.within(one, unit, now))
                .toList();
        for (var checkpoint : List.of(Checkpoint.VERDICT, Checkpoint.EARLY_SIGN)) {
            List<Change> changes = new ArrayList<>();
            for (var one : within) {
                trends.changes(one.group(), one.construct())
                        .since(aim.from(), checkpoint)
                        .map(Reached::change)
                        .ifPresent(changes::add);
            }
            if (within.size() >= LEAST && changes.size() == within.size()) {
                return word(together(within, changes));
            }
        }
        return Moved.CANNOT_TELL_YET;
    }

    /** Σ w·D with SE² = Σ w²·SE². */
    static Change together(List<Standing> within, List<Change> changes) {
        double people = within.stream().mapToInt(Standing::eligible).sum();
        double d = 0;
        double variance = 0;
        for (int at = 0; at < changes.size(); at++) {
            double weight = within.get(at).eligible() / people;
            d += weight * changes.get(at).d();
            variance += Math.pow(weight * changes.get(at).se(), 2);
        }
        return new Change(d, Math.sqrt(variance));
    }

    private static Moved word(Change change) {
        return switch (Verdict.outcome(change)) {
            case ROSE -> Moved.RISEN;
            case FELL -> Moved.FALLEN;
            case STEADY -> Moved.ABOUT_THE_SAME;
            case NO_CLEAR_CHANGE, NOT_ENOUGH_DATA -> Moved.CANNOT_TELL_YET;
        };
    }
}
