package org.groeipuls.pages.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.chart.Axis;
import org.groeipuls.pages.chart.Frame;
import org.groeipuls.pages.chart.Plot;
import org.groeipuls.trend.Marker;

/**
 * A trend: a bar per pulse for the range, line and band from the third own point on, a visible gap where nothing is shown.
 */
final class TrendChart {
    private final List<EarlierColumn> earlier;
    private final List<TrendColumn> columns;
    private final Words words;
    private final Plot plot;

    private TrendChart(List<EarlierColumn> earlier, List<TrendColumn> columns, Words words, Plot plot) {
        this.earlier = earlier;
        this.columns = columns;
        this.words = words;
        this.plot = plot;
    }

    /**
     * The chart as one {@code svg} element.
     *
     * @param earlier pulses before the group's line began, with the band of the groups it comes from
     * @param id unique in the page together with the frame
     * @param title what it is about
     * @param description the same in words, for whoever cannot see it
     */
    static String svg(
            List<EarlierColumn> earlier,
            List<TrendColumn> columns,
            Frame frame,
            Words words,
            String id,
            String title,
            String description) {
        var newest = frame.newest(columns);
        int room = Math.min(earlier.size(), frame.most() - newest.size());
        var before = earlier.subList(earlier.size() - room, earlier.size());
        boolean marked = newest.stream()
                .anyMatch(
                        column -> !column.before().isEmpty() || !column.since().isEmpty());
        var below = Stream.concat(
                        before.stream().map(column -> ""), newest.stream().map(TrendColumn::n))
                .toList();
        var plot = new Plot(frame, Axis.ANSWERS, below, marked, id, title, description);
        return new TrendChart(before, newest, words, plot).draw();
    }

    private String draw() {
        plot.grid("n");
        for (int i = 0; i < columns.size(); i++) {
            gap(i);
        }
        predecessors();
        runs().forEach(run -> plot.band(run.stream().map(this::stretch).toList()));
        for (int i = 0; i < columns.size(); i++) {
            column(i);
            marker(at(i) - .5, columns.get(i).before());
            marker(at(i) + .5, columns.get(i).since());
        }
        return plot.end();
    }

    /** In which column of the plot a pulse stands. */
    private int at(int i) {
        return earlier.size() + i;
    }

    private void gap(int i) {
        var column = columns.get(i);
        if (!column.gap()) {
            return;
        }
        plot.gap(at(i), column.date() + ": " + column.outcome(), () -> {
            var merged = column.merged();
            if (merged == null) {
                plot.upright(at(i), 0, words.text("chart.withheld"));
            } else {
                plot.apart(at(i), merged.value(), TrendColumn.inScale(merged.range()));
                plot.upright(at(i), -.55, words.text("chart.merged"));
            }
        });
    }

    /** Neighbouring pulses that one line passes through; a gap or a new line ends a run. */
    private List<List<Integer>> runs() {
        var runs = new ArrayList<List<Integer>>();
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).onLine() || columns.get(i).begins()) {
                run = new ArrayList<>();
            }
            if (columns.get(i).onLine()) {
                if (run.isEmpty()) {
                    runs.add(run);
                }
                run.add(i);
            }
        }
        return runs;
    }

    private Plot.Stretch stretch(int i) {
        var shown = Objects.requireNonNull(columns.get(i).shown());
        return new Plot.Stretch(at(i), TrendColumn.inScale(shown.band()), shown.level());
    }

    private void predecessors() {
        if (earlier.isEmpty()) {
            return;
        }
        var stretches = new ArrayList<Plot.Stretch>();
        for (int i = 0; i < earlier.size(); i++) {
            var point = earlier.get(i).point();
            stretches.add(new Plot.Stretch(i, TrendColumn.inScale(point.band()), point.level()));
            plot.date(i, earlier.get(i).month());
        }
        plot.earlier(words.text("chart.earlier", earlier.getLast().groups()), stretches);
    }

    private void column(int i) {
        var column = columns.get(i);
        if (column.begins() || i == 0 && !earlier.isEmpty()) {
            plot.begins(at(i), words.text("chart.begins"));
        }
        plot.date(at(i), column.month());
        var shown = column.shown();
        if (shown != null) {
            plot.bar(
                    at(i),
                    shown.value(),
                    TrendColumn.inScale(shown.range()),
                    column.date() + ": " + column.outcome() + ", n " + column.n(),
                    column.n());
        }
    }

    /** What began between the same pulses shares one line. */
    private void marker(double column, List<Marker> begun) {
        if (begun.isEmpty()) {
            return;
        }
        var letters = begun.size() < 3
                ? begun.stream().map(Marker::letter).collect(Collectors.joining(" "))
                : begun.getFirst().letter() + "–" + begun.getLast().letter();
        var told =
                begun.stream().map(marker -> Noted.of(marker, words).briefly()).collect(Collectors.joining("; "));
        plot.marker(column, letters, told);
    }
}
