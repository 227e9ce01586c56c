package org.groeipuls.pages.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.api.analyst.ReplayReader.Beside;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;

/**
 * One line as it is and as a replay has it, for a chart, a table and a list of conclusions that cannot differ.
 *
 * @param wide the chart for screens
 * @param narrow the chart for phones: the newest pulses
 * @param rows the newest first
 */
public record BothLines(
        String id, String group, String construct, String wide, String narrow, List<Row> rows, List<Said> said) {
    private static final int FIRST_OF_LINE = 3;

    /**
     * A pulse under both; empty texts where there is nothing to show.
     *
     * @param by how far the replay's value lies from the live one
     */
    public record Row(
            String date,
            String value,
            String level,
            String replayedValue,
            String replayedLevel,
            String by,
            boolean gap) {}

    /**
     * A conclusion under both.
     *
     * @param flipped whether the word differs
     */
    public record Said(String about, String live, String replayed, boolean flipped) {}

    /**
     * A pulse as the chart needs it.
     *
     * @param live absent where the live view shows nothing
     * @param replayed absent where the replay shows nothing
     */
    record Column(
            String date,
            String month,
            @Nullable Dot live,
            @Nullable Dot replayed) {}

    /**
     * A point.
     *
     * @param line which line it is on
     * @param drawn whether its line is drawn here: from the third own point on
     */
    record Dot(double value, double level, int line, boolean drawn) {}

    static BothLines of(Beside both, String group, String construct, Words words) {
        var columns = columns(both, words);
        var id = both.live().group().value() + "/" + both.live().construct();
        var title = words.text("replays.chart", construct, group);
        return new BothLines(
                id,
                group,
                construct,
                TwoLinesChart.svg(columns, TwoLinesChart.Frame.WIDE, words, title),
                TwoLinesChart.svg(columns, TwoLinesChart.Frame.NARROW, words, title),
                columns.reversed().stream().map(column -> row(column, words)).toList(),
                said(both, words));
    }

    private static List<Column> columns(Beside both, Words words) {
        var live = points(both.live());
        var replayed = points(both.replayed());
        Map<PulseId, TrendPoint> all = new LinkedHashMap<>();
        both.live().points().forEach(point -> all.put(point.pulse(), point));
        both.replayed().points().forEach(point -> all.putIfAbsent(point.pulse(), point));
        return all.values().stream()
                .sorted(java.util.Comparator.comparing(TrendPoint::countedOn).thenComparingInt(TrendPoint::ordinal))
                .map(point -> new Column(
                        words.shortDate(point.countedOn()),
                        words.month(point.countedOn()),
                        live.get(point.pulse()),
                        replayed.get(point.pulse())))
                .toList();
    }

    private static Map<PulseId, Dot> points(TeamTrend trend) {
        Map<Integer, Integer> owns = new HashMap<>();
        Map<PulseId, Dot> dots = new HashMap<>();
        for (var point : trend.points()) {
            var shown = point.shown();
            if (shown != null) {
                int own = owns.merge(point.line(), 1, Integer::sum);
                dots.put(point.pulse(), new Dot(shown.value(), shown.level(), point.line(), own >= FIRST_OF_LINE));
            }
        }
        return dots;
    }

    private static Row row(Column column, Words words) {
        var live = column.live();
        var replayed = column.replayed();
        return new Row(
                column.date(),
                live == null ? "" : two(live.value(), words),
                live == null || !live.drawn() ? "" : two(live.level(), words),
                replayed == null ? "" : two(replayed.value(), words),
                replayed == null || !replayed.drawn() ? "" : two(replayed.level(), words),
                live == null || replayed == null ? "" : words.points(replayed.value() - live.value()),
                live == null && replayed == null);
    }

    private static String two(double value, Words words) {
        return words.points(value);
    }

    private static List<Said> said(Beside both, Words words) {
        var live = outcomes(both.live());
        var replayed = outcomes(both.replayed());
        var all = new TreeMap<String, OutcomeStated>();
        live.forEach((id, stated) -> all.put(id, stated));
        replayed.forEach(all::putIfAbsent);
        List<Said> said = new ArrayList<>();
        for (var stated : all.values().stream()
                .sorted(java.util.Comparator.comparing(
                        (OutcomeStated one) -> counted(both, one.pulse()).orElse(java.time.LocalDate.MAX)))
                .toList()) {
            var was = result(live.get(stated.outcome().value()));
            var is = result(replayed.get(stated.outcome().value()));
            said.add(new Said(about(stated, both, words), word(was, words), word(is, words), was != is));
        }
        return said;
    }

    private static Map<String, OutcomeStated> outcomes(TeamTrend trend) {
        Map<String, OutcomeStated> outcomes = new LinkedHashMap<>();
        trend.outcomes().forEach(stated -> outcomes.put(stated.outcome().value(), stated));
        return outcomes;
    }

    private static @Nullable Outcome result(@Nullable OutcomeStated stated) {
        return stated == null ? null : stated.result();
    }

    private static String word(@Nullable Outcome outcome, Words words) {
        return words.text("replays.outcome." + (outcome == null ? "nothing" : lower(outcome)));
    }

    /** "Early sign, since 3 March 2026" or "Verdict, after A". */
    private static String about(OutcomeStated stated, Beside both, Words words) {
        var marker = stated.anchor().marker();
        var since = marker == null
                ? words.text(
                        "outcome.since",
                        counted(both, stated.anchor().pulse()).map(words::date).orElse("–"))
                : letter(both, stated)
                        .map(letter -> words.text("outcome.after", letter))
                        .orElse(words.text("replays.after-withdrawn"));
        return words.text("checkpoint." + lower(stated.checkpoint())) + ", " + since + " ("
                + counted(both, stated.pulse())
                        .map(words::shortDate)
                        .orElse(stated.pulse().value()) + ")";
    }

    private static java.util.Optional<String> letter(Beside both, OutcomeStated stated) {
        return both.live().markers().stream()
                .filter(drawn -> drawn.id().equals(stated.anchor().marker()))
                .map(Marker::letter)
                .findFirst();
    }

    private static java.util.Optional<java.time.LocalDate> counted(Beside both, PulseId pulse) {
        return java.util.stream.Stream.concat(both.live().points().stream(), both.replayed().points().stream())
                .filter(point -> point.pulse().equals(pulse))
                .map(TrendPoint::countedOn)
                .findFirst();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
