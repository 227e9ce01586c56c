package org.groeipuls.pages.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groeipuls.pages.Words;
import org.groeipuls.trend.Marker;
import org.springframework.web.util.HtmlUtils;

/**
 * A trend as SVG, drawn on the server: a bar per pulse for the range, line and band from the third own point on, a
 * visible gap where nothing is shown. The axis always runs from 1 to 5. Colours come from the page's style sheet.
 */
final class TrendChart {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    /**
     * One size of the chart, in SVG units.
     *
     * @param letters size of the text; at least 12 px at the narrowest width the chart is shown at
     * @param most how many pulses fit; older ones are in the table only
     */
    enum Frame {
        WIDE("wide", 760, 190, 13, 26, 56),
        NARROW("narrow", 320, 210, 14, 8, 62);

        private final String name;
        private final int width;
        private final int height;
        private final int letters;
        private final int most;
        private final int dateWidth;

        Frame(String name, int width, int height, int letters, int most, int dateWidth) {
            this.name = name;
            this.width = width;
            this.height = height;
            this.letters = letters;
            this.most = most;
            this.dateWidth = dateWidth;
        }

        /** The newest pulses that fit. */
        List<TrendColumn> newest(List<TrendColumn> all) {
            return all.subList(Math.max(0, all.size() - most), all.size());
        }

        int most() {
            return most;
        }
    }

    private static final int LEFT = 30;
    private static final int RIGHT = 6;
    private static final int TOP = 12;
    private static final int WIDEST_COLUMN = 76;

    private final List<EarlierColumn> earlier;
    private final List<TrendColumn> columns;
    private final Frame frame;
    private final Words words;
    private final double step;
    private final int top;
    private final StringBuilder svg = new StringBuilder(4096);

    private TrendChart(List<EarlierColumn> earlier, List<TrendColumn> columns, Frame frame, Words words) {
        this.earlier = earlier;
        this.columns = columns;
        this.frame = frame;
        this.words = words;
        this.step = Math.min(
                WIDEST_COLUMN, (frame.width - LEFT - RIGHT) / (double) Math.max(1, earlier.size() + columns.size()));
        boolean marked = columns.stream()
                .anyMatch(
                        column -> !column.before().isEmpty() || !column.since().isEmpty());
        this.top = marked ? TOP + frame.letters + 4 : TOP;
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
        int room = Math.min(earlier.size(), frame.most - newest.size());
        return new TrendChart(earlier.subList(earlier.size() - room, earlier.size()), newest, frame, words)
                .draw(id + "-" + frame.name, title, description);
    }

    private String draw(String id, String title, String description) {
        int total = top + frame.height + 3 * frame.letters + 12;
        put(
                "<svg class=\"chart %s\" viewBox=\"0 0 %d %d\" font-size=\"%d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                frame.name, frame.width, total, frame.letters, id, id);
        put("<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>", id, text(title), id, text(description));
        grid();
        for (int i = 0; i < columns.size(); i++) {
            gap(i);
        }
        predecessors();
        runs().forEach(this::lineAndBand);
        for (int i = 0; i < columns.size(); i++) {
            column(i);
            marker(atX(i) - step / 2, columns.get(i).before());
            marker(atX(i) + step / 2, columns.get(i).since());
        }
        return svg.append("</svg>").toString();
    }

    private void grid() {
        put("<g class=\"grid\">");
        for (int score = LOWEST; score <= HIGHEST; score++) {
            put("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\"/>", LEFT, y(score), frame.width - RIGHT, y(score));
            put(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%d</text>",
                    LEFT - 8, n(atY(score) + frame.letters * .35), score);
        }
        put("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">n</text></g>", LEFT - 8, rowOfN());
    }

    private void gap(int i) {
        var column = columns.get(i);
        if (!column.gap()) {
            return;
        }
        put("<g class=\"gap\"><title>%s</title>", text(column.date() + ": " + column.outcome()));
        put(
                "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>",
                n(atX(i) - step / 2 + 1), top, n(step - 2), frame.height);
        var merged = column.merged();
        if (merged == null) {
            upright(atX(i), words.text("chart.withheld"));
        } else {
            var range = TrendColumn.inScale(merged.range());
            put(
                    "<line class=\"apart\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                    x(i), y(range.low()), x(i), y(range.high()));
            put("<path class=\"apart\" d=\"M%s %sl5 5-5 5-5-5z\"/>", x(i), n(atY(merged.value()) - 5));
            upright(atX(i) - frame.letters * .55, words.text("chart.merged"));
        }
        put("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">–</text></g>", x(i), rowOfN());
    }

    /** A word along the height of the chart, where a column is too narrow for it. */
    private void upright(double x, String word) {
        put(
                "<text transform=\"rotate(-90 %s %d)\" x=\"%s\" y=\"%d\">%s</text>",
                n(x + frame.letters * .35),
                top + frame.height - 6,
                n(x + frame.letters * .35),
                top + frame.height - 6,
                text(word));
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

    /** Not the group's own: set apart from its line, and named. */
    private void predecessors() {
        if (earlier.isEmpty()) {
            return;
        }
        var upper = new ArrayList<String>();
        var lower = new ArrayList<String>();
        var line = new ArrayList<String>();
        for (int i = 0; i < earlier.size(); i++) {
            var point = earlier.get(i).point();
            var band = TrendColumn.inScale(point.band());
            double at = atX(i - earlier.size());
            for (double x : earlier.size() == 1 ? new double[] {at - step * .35, at + step * .35} : new double[] {at}) {
                upper.add(n(x) + "," + y(band.high()));
                lower.addFirst(n(x) + "," + y(band.low()));
                line.add(n(x) + "," + y(Math.clamp(point.level(), LOWEST, HIGHEST)));
            }
            if (labelled(i - earlier.size())) {
                put(
                        "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                        n(at), rowOfN() + frame.letters + 6, text(earlier.get(i).month()));
            }
        }
        upper.addAll(lower);
        put(
                "<g class=\"earlier\"><title>%s</title>",
                text(words.text("chart.earlier", earlier.getLast().groups())));
        put("<polygon class=\"band\" points=\"%s\"/>", String.join(" ", upper));
        put("<polyline class=\"line\" points=\"%s\"/></g>", String.join(" ", line));
    }

    private void lineAndBand(List<Integer> run) {
        var upper = new ArrayList<String>();
        var lower = new ArrayList<String>();
        var line = new ArrayList<String>();
        for (int i : run) {
            var shown = java.util.Objects.requireNonNull(columns.get(i).shown());
            var band = TrendColumn.inScale(shown.band());
            for (double x :
                    run.size() == 1 ? new double[] {atX(i) - step * .35, atX(i) + step * .35} : new double[] {atX(i)}) {
                upper.add(n(x) + "," + y(band.high()));
                lower.addFirst(n(x) + "," + y(band.low()));
                line.add(n(x) + "," + y(Math.clamp(shown.level(), LOWEST, HIGHEST)));
            }
        }
        upper.addAll(lower);
        put("<polygon class=\"band\" points=\"%s\"/>", String.join(" ", upper));
        put("<polyline class=\"line\" points=\"%s\"/>", String.join(" ", line));
    }

    private void column(int i) {
        var column = columns.get(i);
        if (column.begins() || i == 0 && !earlier.isEmpty()) {
            double at = atX(i) - step / 2;
            put(
                    "<g class=\"begins\"><line x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\"/>",
                    n(at), top, n(at), top + frame.height);
            upright(at + frame.letters * .55, words.text("chart.begins"));
            put("</g>");
        }
        if (labelled(i)) {
            put(
                    "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    n(dateAt(i)), rowOfN() + frame.letters + 6, text(column.month()));
        }
        var shown = column.shown();
        if (shown == null) {
            return;
        }
        var range = TrendColumn.inScale(shown.range());
        put(
                "<g class=\"point\"><title>%s</title>",
                text(column.date() + ": " + column.outcome() + ", n " + column.n()));
        put("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>", x(i), y(range.low()), x(i), y(range.high()));
        put("<circle cx=\"%s\" cy=\"%s\" r=\"4\"/>", x(i), y(Math.clamp(shown.value(), LOWEST, HIGHEST)));
        put("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text></g>", x(i), rowOfN(), column.n());
    }

    /** Where something began, with its letter above the chart; what began between the same pulses shares one line. */
    private void marker(double x, List<Marker> begun) {
        if (begun.isEmpty()) {
            return;
        }
        var letters = begun.size() < 3
                ? begun.stream().map(Marker::letter).collect(Collectors.joining(" "))
                : begun.getFirst().letter() + "–" + begun.getLast().letter();
        var told =
                begun.stream().map(marker -> Noted.of(marker, words).briefly()).collect(Collectors.joining("; "));
        double half = letters.length() * frame.letters * .35;
        put(
                "<g class=\"marker\"><title>%s</title><line x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\"/>",
                text(told), n(x), top - 3, n(x), top + frame.height);
        put(
                "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text></g>",
                n(Math.min(x, frame.width - half)), top - 6, text(letters));
    }

    /** The newest pulse always has its date; older ones as far as they fit. */
    private boolean labelled(int i) {
        int every = Math.max(1, (int) Math.ceil(frame.dateWidth / step));
        return (columns.size() - 1 - i) % every == 0 && atX(i) - frame.dateWidth / 2.0 >= 0;
    }

    private double dateAt(int i) {
        return Math.min(atX(i), frame.width - frame.dateWidth / 2.0);
    }

    private int rowOfN() {
        return top + frame.height + frame.letters + 6;
    }

    private double atX(int i) {
        return LEFT + (earlier.size() + i + .5) * step;
    }

    private double atY(double score) {
        return top + (HIGHEST - score) / (HIGHEST - LOWEST) * frame.height;
    }

    private String x(int i) {
        return n(atX(i));
    }

    private String y(double score) {
        return n(atY(score));
    }

    private static String n(double number) {
        var written = String.format(Locale.ROOT, "%.1f", number);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }

    private void put(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
