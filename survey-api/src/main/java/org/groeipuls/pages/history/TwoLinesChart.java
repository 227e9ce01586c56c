package org.groeipuls.pages.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.history.BothLines.Column;
import org.groeipuls.pages.history.BothLines.Dot;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Two lines over the same pulses as SVG: what is shown as a whole line with dots, what a replay has as a dashed one with
 * squares, so that neither hangs on a colour. The axis runs from 1 to 5; where neither shows anything is a gap.
 */
final class TwoLinesChart {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;
    private static final int LEFT = 30;
    private static final int RIGHT = 8;
    private static final int TOP = 10;
    private static final int WIDEST_COLUMN = 76;

    /** One size of the chart, in SVG units; letters are 12 px or more at the narrowest width it is shown at. */
    enum Frame {
        WIDE("wide", 760, 200, 13, 26, 56),
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
    }

    private final List<Column> columns;
    private final Frame frame;
    private final Words words;
    private final double step;
    private final StringBuilder svg = new StringBuilder(4096);

    private TwoLinesChart(List<Column> columns, Frame frame, Words words) {
        this.columns = columns.subList(Math.max(0, columns.size() - frame.most), columns.size());
        this.frame = frame;
        this.words = words;
        this.step = Math.min(WIDEST_COLUMN, (frame.width - LEFT - RIGHT) / (double) Math.max(1, this.columns.size()));
    }

    static String svg(List<Column> columns, Frame frame, Words words, String title) {
        return new TwoLinesChart(columns, frame, words).draw(title);
    }

    private String draw(String title) {
        var id = "both-" + frame.name;
        put(
                "<svg class=\"chart %s\" viewBox=\"0 0 %d %d\" font-size=\"%d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                frame.name, frame.width, TOP + frame.height + 2 * frame.letters + 6, frame.letters, id, id);
        put(
                "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>",
                id, text(title), id, text(words.text("replays.chart.text")));
        grid();
        for (int i = 0; i < columns.size(); i++) {
            gap(i);
            date(i);
        }
        put("<g class=\"live\">");
        drawn(Column::live);
        for (int i = 0; i < columns.size(); i++) {
            dot(i, columns.get(i).live());
        }
        put("</g><g class=\"replayed\">");
        drawn(Column::replayed);
        for (int i = 0; i < columns.size(); i++) {
            square(i, columns.get(i).replayed());
        }
        return svg.append("</g></svg>").toString();
    }

    private void grid() {
        put("<g class=\"grid\">");
        for (int score = LOWEST; score <= HIGHEST; score++) {
            put("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\"/>", LEFT, y(score), frame.width - RIGHT, y(score));
            put(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%d</text>",
                    LEFT - 8, n(atY(score) + frame.letters * .35), score);
        }
        put("</g>");
    }

    private void gap(int i) {
        var column = columns.get(i);
        if (column.live() == null && column.replayed() == null) {
            put("<g class=\"gap\"><title>%s</title>", text(column.date() + ": " + words.text("chart.withheld")));
            put(
                    "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/></g>",
                    n(atX(i) - step / 2 + 1), TOP, n(step - 2), frame.height);
        }
    }

    /** Neighbouring pulses that one line passes through; a gap or a new line ends a stretch. */
    private void drawn(Function<Column, @Nullable Dot> which) {
        List<String> stretch = new ArrayList<>();
        int line = 0;
        for (int i = 0; i < columns.size(); i++) {
            var dot = which.apply(columns.get(i));
            if (dot == null || !dot.drawn() || dot.line() != line) {
                stretch(stretch);
                stretch.clear();
            }
            if (dot != null && dot.drawn()) {
                line = dot.line();
                stretch.add(n(atX(i)) + "," + y(dot.level()));
            }
        }
        stretch(stretch);
    }

    private void stretch(List<String> points) {
        if (points.size() > 1) {
            put("<polyline class=\"line\" points=\"%s\"/>", String.join(" ", points));
        }
    }

    private void dot(int i, @Nullable Dot dot) {
        if (dot != null) {
            put(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"4\"><title>%s</title></circle>",
                    n(atX(i)), y(dot.value()), text(told(i, "replays.live", dot)));
        }
    }

    private void square(int i, @Nullable Dot dot) {
        if (dot != null) {
            put(
                    "<rect x=\"%s\" y=\"%s\" width=\"7\" height=\"7\"><title>%s</title></rect>",
                    n(atX(i) - 3.5), n(atY(dot.value()) - 3.5), text(told(i, "replays.replayed", dot)));
        }
    }

    private String told(int i, String which, Dot dot) {
        return columns.get(i).date() + ", " + words.text(which) + ": " + words.points(dot.value());
    }

    /** The newest pulse always has its date; older ones as far as they fit. */
    private void date(int i) {
        int every = Math.max(1, (int) Math.ceil(frame.dateWidth / step));
        if ((columns.size() - 1 - i) % every == 0 && atX(i) - frame.dateWidth / 2.0 >= 0) {
            put(
                    "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    n(Math.min(atX(i), frame.width - frame.dateWidth / 2.0)),
                    TOP + frame.height + frame.letters + 8,
                    text(columns.get(i).month()));
        }
    }

    private double atX(int i) {
        return LEFT + (i + .5) * step;
    }

    private double atY(double score) {
        return TOP + (HIGHEST - Math.clamp(score, LOWEST, HIGHEST)) / (HIGHEST - LOWEST) * frame.height;
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
