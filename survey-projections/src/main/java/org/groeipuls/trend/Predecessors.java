package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.instrument.AboutLeaders;
import org.groeipuls.pulse.AskedGroup.Origin;
import org.groeipuls.pulse.AskedGroup.Part;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Before.Point;
import org.groeipuls.trend.TrendRow.Begun;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a line begins from (anonymity, section 1): each with the last line it had, weighted by how many people
 * come from it. What is about leaders goes along only where the leads are the same, or whoever leads a new group would
 * read what was said of another lead. Of what they did since that line began nothing is taken, in whichever order and however
 * late it is computed.
 */
final class Predecessors {
    /** A group that was reorganised more often than this has a past that nobody can follow. */
    private static final int DEEPEST = 8;

    private final String construct;
    private final TrendRows table;
    private final List<Weighted> parts;

    private record Weighted(GroupId group, double people, List<TrendRow> rows) {
        @Nullable
        Origin origin() {
            return rows.isEmpty() ? null : rows.getLast().origin();
        }

        int line() {
            return rows.getLast().point().line();
        }

        /** The first day that is none of their own past. */
        LocalDate until() {
            return Predecessors.until(rows.getLast());
        }

        /** Where it stood after the last point that was counted by a day. */
        Optional<Line> by(LocalDate day) {
            return rows.stream()
                    .filter(row -> !row.point().countedOn().isAfter(day))
                    .reduce((earlier, later) -> later)
                    .map(row -> Objects.requireNonNull(row.state()));
        }
    }

    private Predecessors(String construct, TrendRows table, List<Weighted> parts) {
        this.construct = construct;
        this.table = table;
        this.parts = parts;
    }

    /**
     * Those of one line.
     *
     * @param begun its first point
     */
    static Predecessors of(GroupId group, Begun begun, String construct, TrendRows table) {
        var point = begun.point();
        var begunOn = begun.begunOn();
        var until = begunOn == null ? point.countedOn() : begunOn;
        return new Predecessors(
                construct, table, parts(group, point.line(), begun.origin(), construct, table, 1, until));
    }

    private static LocalDate until(TrendRow row) {
        var begunOn = row.begunOn();
        return begunOn == null ? row.point().countedOn() : begunOn;
    }

    private static List<Weighted> parts(
            GroupId group,
            int line,
            @Nullable Origin origin,
            String construct,
            TrendRows table,
            double share,
            LocalDate until) {
        if (origin == null || AboutLeaders.include(construct) && !origin.sameLeads()) {
            return List.of();
        }
        double people = origin.parts().stream().mapToInt(Part::people).sum();
        return origin.parts().stream()
                .filter(part -> part.people() > 0)
                .map(part -> new Weighted(
                        part.group(),
                        share * part.people() / people,
                        lastLine(
                                table.own(
                                        part.group(), construct, part.group().equals(group) ? line : Integer.MAX_VALUE),
                                until)))
                .toList();
    }

    private static List<TrendRow> lastLine(List<TrendRow> rows, LocalDate until) {
        var known = rows.stream()
                .filter(row -> row.point().countedOn().isBefore(until))
                .toList();
        return known.stream()
                .filter(row -> row.point().line() == known.getLast().point().line())
                .toList();
    }

    /** The line before its first point; whoever comes from a group without a line counts as unknown. */
    Line start(Calibration calibration) {
        var unknown = Line.start(calibration.mu(construct), calibration.tau2(construct));
        if (parts.stream().allMatch(part -> part.rows().isEmpty())) {
            return unknown;
        }
        var shares = parts.stream()
                .map(part -> new Line.Share(part.by(LocalDate.MAX).orElse(unknown), part.people()))
                .toList();
        return Line.from(shares, calibration.tau2(construct));
    }

    /**
     * Their band before the line, the latest stretch first, each with the groups it is of.
     *
     * @param first the first point of the line
     */
    static List<Before> before(TrendRow first, String construct, TrendRows table) {
        List<Before> stretches = new ArrayList<>();
        var until = until(first);
        var now = parts(first.group(), first.point().line(), first.origin(), construct, table, 1, until);
        while (stretches.size() < DEEPEST) {
            var known = now.stream().filter(part -> !part.rows().isEmpty()).toList();
            if (known.isEmpty()) {
                break;
            }
            var points = drawn(known);
            var groups = new TreeMap<GroupId, Double>();
            known.forEach(part -> groups.merge(part.group(), part.people() / people(known), Double::sum));
            stretches.add(new Before(groups, points));
            now = known.stream()
                    .flatMap(
                            part -> parts(
                                    part.group(),
                                    part.line(),
                                    part.origin(),
                                    construct,
                                    table,
                                    part.people(),
                                    part.until())
                                    .stream())
                    .toList();
        }
        return stretches;
    }

    /** A point for each day on which one of them got one, from the day on which all have a line. */
    private static List<Point> drawn(List<Weighted> parts) {
        TreeMap<LocalDate, PulseId> days = new TreeMap<>();
        parts.forEach(part -> part.rows()
                .forEach(row -> days.put(row.point().countedOn(), row.point().pulse())));
        var all = parts.stream()
                .map(part -> part.rows().getFirst().point().countedOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double people = people(parts);
        return days.tailMap(all, true).entrySet().stream()
                .map(day -> {
                    double level = 0;
                    double variance = 0;
                    for (var part : parts) {
                        double weight = part.people() / people;
                        var line = part.by(day.getKey()).orElseThrow();
                        level += weight * line.m();
                        variance += weight * weight * line.p();
                    }
                    return Point.of(day.getValue(), day.getKey(), level, variance);
                })
                .toList();
    }

    private static double people(List<Weighted> parts) {
        return parts.stream().mapToDouble(Weighted::people).sum();
    }
}
