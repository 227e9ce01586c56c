package org.groeipuls.pages.team;

import java.util.List;
import java.util.function.Function;
import org.groeipuls.instrument.Construct;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.chart.Frame;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TeamTrend;

/**
 * What a dashboard shows of one construct.
 *
 * @param id of the section in the page
 * @param sentence what the trend says
 * @param conclusions what was said at its checkpoints
 * @param unheard what those who did not answer could change, for who asks
 * @param next when something can be said for the next time; empty without any point
 * @param wide the chart for screens and paper
 * @param narrow the chart for phones: the newest pulses, in letters that can be read
 * @param older how many pulses the narrow chart leaves to the table
 * @param earlier pulses before the line began, with the band of the groups it comes from; the latest first
 * @param since letters of what has begun since the last pulse; empty when nothing has
 */
record DashboardSection(
        String id,
        String title,
        String sentence,
        List<String> conclusions,
        List<String> unheard,
        String next,
        String wide,
        String narrow,
        int older,
        List<Row> rows,
        List<EarlierColumn> earlier,
        String since,
        boolean exact,
        boolean merged,
        boolean withheld) {
    /** @param after behind which letters the pulse stands */
    record Row(TrendColumn column, String after) {}

    static DashboardSection of(Construct construct, TeamTrend trend, Words words, Function<GroupId, String> names) {
        var columns = TrendColumn.of(trend, words, names);
        var earlier = EarlierColumn.of(trend, words, names);
        var title = construct.name().in(words.language().tag());
        var sentence = Reading.of(columns, words);
        return new DashboardSection(
                construct.key(),
                title,
                sentence,
                Conclusions.of(trend, words),
                Conclusions.unheard(trend, words),
                Conclusions.next(trend, words),
                TrendChart.svg(earlier, columns, Frame.WIDE, words, construct.key(), title, sentence),
                TrendChart.svg(earlier, columns, Frame.NARROW, words, construct.key(), title, sentence),
                Math.max(0, columns.size() - Frame.NARROW.most()),
                columns.reversed().stream()
                        .map(column -> new Row(column, column.after(words)))
                        .toList(),
                earlier.reversed(),
                columns.isEmpty() ? "" : TrendColumn.letters(columns.getLast().since(), words),
                columns.stream().anyMatch(column -> column.point().disclosure() == Disclosure.EXACT),
                columns.stream().anyMatch(column -> column.merged() != null),
                columns.stream().anyMatch(column -> column.gap() && column.merged() == null));
    }

    public boolean empty() {
        return rows.isEmpty();
    }
}
