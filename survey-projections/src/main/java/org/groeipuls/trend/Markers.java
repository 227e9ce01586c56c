package org.groeipuls.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.register.KnownIntervention;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Marker.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * The interventions of one group with their letters. One belongs to a group if one of its teams stood in the group at
 * the first pulse that could show it; a team that came later does not bring its past along, and one that left does not
 * take it away. A pulse lies before an intervention when it had closed by then: of a pulse that was open, some answered
 * afterwards. Whoever does not see that pulse does not see the intervention either.
 */
final class Markers {
    private static final int LETTERS = 26;

    private final Map<PulseId, Instant> closings;
    private final List<Lettered> lettered = new ArrayList<>();

    private record Lettered(String letter, KnownIntervention what, SortedSet<TeamId> teams) {}

    /**
     * @param rows one point of each of the group's pulses, in order
     * @param now the teams that the group has now
     * @param known interventions in the order in which they started
     * @param closings when each pulse closed
     * @param seen which pulses whoever looks may see
     */
    Markers(
            List<TrendRow> rows,
            SortedSet<TeamId> now,
            List<KnownIntervention> known,
            Map<PulseId, Instant> closings,
            Predicate<PulseId> seen) {
        this.closings = closings;
        for (var one : known) {
            var teams = new TreeSet<>(one.particulars().teams());
            var first = first(one.particulars().startedOn(), rows);
            teams.retainAll(first.map(TrendRow::teams).orElse(now));
            if (!teams.isEmpty()
                    && first.stream().allMatch(row -> seen.test(row.point().pulse()))) {
                lettered.add(new Lettered(letter(lettered.size()), one, teams));
            }
        }
    }

    private Optional<TrendRow> first(LocalDate day, List<TrendRow> rows) {
        return rows.stream().filter(row -> !before(row.point(), day)).findFirst();
    }

    /** A to Z, then AA, AB and so on. */
    static String letter(int place) {
        var last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letter(place / LETTERS - 1) + last;
    }

    /** The same trend with its markers. */
    TeamTrend on(TeamTrend trend) {
        return trend.marked(
                lettered.stream().map(one -> marker(one, trend.points())).toList());
    }

    private Marker marker(Lettered one, List<TrendPoint> points) {
        var what = one.what().particulars();
        @Nullable
        PulseId next = points.stream()
                .filter(point -> !before(point, what.startedOn()))
                .findFirst()
                .map(TrendPoint::pulse)
                .orElse(null);
        return new Marker(
                one.letter(),
                one.what().id(),
                what.form(),
                what.leaderRole(),
                what.startedOn(),
                what.endedOn(),
                one.teams(),
                anchor(points, what.startedOn()).orElse(null),
                next);
    }

    /** The last own point before this day; empty where there is none. */
    Optional<Anchor> anchor(List<TrendPoint> points, LocalDate day) {
        return points.stream()
                .takeWhile(point -> before(point, day))
                .filter(point -> point.shown() != null)
                .reduce((earlier, later) -> later)
                .map(point -> new Anchor(point.pulse(), point.ordinal(), point.line()));
    }

    private boolean before(TrendPoint point, LocalDate day) {
        var closing = closings.get(point.pulse());
        var last = closing == null ? point.countedOn() : LocalDate.ofInstant(closing, ZoneOffset.UTC);
        return last.isBefore(day);
    }
}
