package org.groeipuls.pages.team;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.pages.Words;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Before;
import org.groeipuls.trend.TeamTrend;

/**
 * A pulse before a group's line began, with the band of the groups its people come from, as chart and table both show it.
 *
 * @param date for the table
 * @param month for the axis
 * @param groups whose band it is, by the names people know
 * @param line the band in words
 */
record EarlierColumn(Before.Point point, String date, String month, String groups, String line) {
    /**
     * All of them in order; none where the group had pulses of its own before, which are in the trend themselves.
     * {@code names} gives a group the name that people know it by.
     */
    static List<EarlierColumn> of(TeamTrend trend, Words words, Function<GroupId, String> names) {
        var columns = new ArrayList<EarlierColumn>();
        if (!trend.points().isEmpty()
                && trend.points().getFirst().line() == trend.points().getLast().line()) {
            trend.before().reversed().forEach(before -> {
                var groups = before.groups().keySet().stream().map(names).collect(Collectors.joining(", "));
                before.points().forEach(point -> columns.add(of(point, groups, words)));
            });
        }
        return columns;
    }

    private static EarlierColumn of(Before.Point point, String groups, Words words) {
        return new EarlierColumn(
                point,
                words.shortDate(point.countedOn()),
                words.month(point.countedOn()),
                groups,
                TrendColumn.span(point.band(), words));
    }
}
