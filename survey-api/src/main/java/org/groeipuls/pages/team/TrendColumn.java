package org.groeipuls.pages.team;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.TrendPoint.MergedValue;
import org.groeipuls.trend.TrendPoint.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One pulse as chart and table both show it, so that they cannot differ.
 *
 * @param own how many own points its line has up to here, this one included
 * @param begins whether a new line begins here because the group changed
 * @param date for the table
 * @param month for the axis
 * @param n answers; empty where nothing is shown
 * @param outcome the value with its range, or why it is not shown
 * @param line the band of the line, from the third own point on; empty before
 * @param before what had begun when people answered this pulse, and not yet at the one before it
 * @param since what has begun since this pulse, if it is the last one
 */
public record TrendColumn(
        TrendPoint point,
        int own,
        boolean begins,
        String date,
        String month,
        String n,
        String outcome,
        String line,
        List<Marker> before,
        List<Marker> since) {
    /** The line is drawn from this own point on; fewer say too little. */
    public static final int FIRST_OF_LINE = 3;

    /** The trend's pulses in order. {@code names} gives a group the name that people know it by. */
    static List<TrendColumn> of(TeamTrend trend, Words words, Function<GroupId, String> names) {
        var owns = new HashMap<Integer, Integer>();
        var columns = new ArrayList<TrendColumn>();
        int line = 0;
        for (var point : trend.points()) {
            var before = begun(trend, point.pulse());
            var since = point.equals(trend.points().getLast()) ? begun(trend, null) : List.<Marker>of();
            var own = owns.merge(point.line(), point.shown() == null ? 0 : 1, Integer::sum);
            var begins = line != 0 && point.line() != line;
            line = point.line();
            columns.add(of(point, own, begins, before, since, words, names));
        }
        return columns;
    }

    private static List<Marker> begun(TeamTrend trend, @Nullable PulseId next) {
        return trend.markers().stream()
                .filter(marker -> Objects.equals(marker.next(), next))
                .toList();
    }

    private static TrendColumn of(
            TrendPoint point,
            int own,
            boolean begins,
            List<Marker> before,
            List<Marker> since,
            Words words,
            Function<GroupId, String> names) {
        var shown = point.shown();
        return new TrendColumn(
                point,
                own,
                begins,
                words.shortDate(point.countedOn()),
                words.month(point.countedOn()),
                shown == null ? "" : words.count(shown.n()),
                shown == null
                        ? withheld(point, words, names)
                        : words.score(shown.value()) + " (" + span(shown.range(), words) + ")",
                shown == null || own < FIRST_OF_LINE ? "" : span(shown.band(), words),
                before,
                since);
    }

    /** Behind which letters the pulse stands; empty where nothing had begun. */
    public String after(Words words) {
        return before.isEmpty() ? "" : words.text("table.after", letters(before, words));
    }

    static String letters(List<Marker> markers, Words words) {
        return words.listed(markers.stream().map(Marker::letter).toList());
    }

    private static String withheld(TrendPoint point, Words words, Function<GroupId, String> names) {
        var merged = merged(point);
        if (merged == null) {
            return words.text("trend.withheld");
        }
        return words.text("trend.withheld") + " "
                + words.text(
                        "trend.merged",
                        merged.groups().stream().map(names).collect(Collectors.joining(", ")),
                        words.score(merged.value()),
                        span(merged.range(), words),
                        words.count(merged.n()));
    }

    @Nullable
    Shown shown() {
        return point.shown();
    }

    public boolean gap() {
        return point.shown() == null;
    }

    /** Whether line and band pass through here. */
    public boolean onLine() {
        return point.shown() != null && own >= FIRST_OF_LINE;
    }

    /** The value of the block that the group was counted in. */
    @Nullable
    MergedValue merged() {
        return merged(point);
    }

    private static @Nullable MergedValue merged(TrendPoint point) {
        var gap = point.withheld();
        return gap == null ? null : gap.merged();
    }

    /** An interval inside the scale; the line's own band may pass its ends. */
    static Interval inScale(Interval interval) {
        return new Interval(Math.clamp(interval.low(), 1, 5), Math.clamp(interval.high(), 1, 5));
    }

    static String span(Interval interval, Words words) {
        var seen = inScale(interval);
        return words.span(seen.low(), seen.high());
    }
}
