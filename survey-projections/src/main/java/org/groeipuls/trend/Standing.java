package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;

/**
 * Where the line of a group and construct stood after an own point.
 *
 * @param eligible people who were asked at that pulse
 * @param own own points of that line up to then, 1 or more
 * @param value of that point alone, points
 * @param level of the line, points
 * @param variance of that level, points²
 */
public record Standing(
        GroupId group,
        SortedSet<TeamId> teams,
        String construct,
        int eligible,
        int own,
        double value,
        double level,
        double variance,
        LocalDate countedOn,
        String calibration) {

    static Optional<Standing> of(List<TrendRow> rows, LocalDate day) {
        var known = rows.stream()
                .filter(row -> !row.point().countedOn().isAfter(day))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int line = known.getLast().point().line();
        var own = known.stream()
                .filter(row -> row.state() != null && row.point().line() == line)
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(of(own.getLast(), own.size()));
    }

    private static Standing of(TrendRow row, int own) {
        var state = Objects.requireNonNull(row.state());
        return new Standing(
                row.group(),
                row.teams(),
                row.construct(),
                row.eligible(),
                own,
                Objects.requireNonNull(row.point().shown()).value(),
                state.m(),
                state.p(),
                row.point().countedOn(),
                row.point().calibration());
    }
}
