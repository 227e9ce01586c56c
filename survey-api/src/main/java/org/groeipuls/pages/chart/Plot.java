package org.groeipuls.pages.chart;

import static org.groeipuls.pages.chart.Svg.n;
import static org.groeipuls.pages.chart.Svg.text;

import java.util.ArrayList;
import java.util.List;
import org.groeipuls.scoring.Interval;

/**
 * A chart with columns side by side over a fixed axis: what can be drawn, and where it goes. What stands beyond an end of the
 * axis is drawn at that end.
 */
public final class Plot {
    private static final int LEFT = 30;
    private static final int RIGHT = 6;
    private static final int TOP = 12;
    private static final int WIDEST_COLUMN = 76;
    private static final int APART = 4;
    private static final double WIDTH_OF_A_LETTER = .6;

    private final Frame frame;
    private final Axis axis;
    private final int columns;
    private final double step;
    private final int top;
    private final int rows;
    private final Svg svg;

    /**
     * @param below what is written below each column; where two neighbours would touch, they go on two rows in turn
     * @param marked whether there are letters above them
     * @param id unique in the page together with the frame
     */
    public Plot(
            Frame frame, Axis axis, List<String> below, boolean marked, String id, String title, String description) {
        this.frame = frame;
        this.axis = axis;
        this.columns = below.size();
        this.step = Math.min(WIDEST_COLUMN, (frame.width - LEFT - RIGHT) / (double) Math.max(1, columns));
        this.top = marked ? TOP + frame.letters + 4 : TOP;
        this.rows = widest(below) + APART > step ? 2 : 1;
        this.svg = new Svg(
                frame.word,
                frame.width,
                top + frame.height + (2 + rows) * frame.letters + 12,
                frame.letters,
                id + "-" + frame.word,
                title,
                description);
    }

    /** One point of a band with the line through it. */
    public record Stretch(double column, Interval band, double level) {}

    /** The lines across with their values, and the name of the row of numbers below. */
    public void grid(String row) {
        svg.put("<g class=\"grid\">");
        for (int value = axis.low(); value <= axis.high(); value += axis.every()) {
            svg.put("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\"/>", LEFT, y(value), frame.width - RIGHT, y(value));
            svg.put(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%d</text>",
                    LEFT - 8, n(atY(value) + frame.letters * .35), value);
        }
        svg.put("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text></g>", LEFT - 8, row(0), text(row));
    }

    /** A column of which nothing is shown, or nothing of its own. */
    public void gap(int column, String told, Runnable inside) {
        svg.put("<g class=\"gap\"><title>%s</title>", text(told));
        svg.put(
                "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>",
                n(atX(column) - step / 2 + 1), top, n(step - 2), frame.height);
        inside.run();
        svg.put("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">–</text></g>", x(column), row(column));
    }

    /** A word along the height of the chart, where a column is too narrow for it. */
    public void upright(double column, double lines, String word) {
        var x = n(atX(column) + frame.letters * (lines + .35));
        int foot = top + frame.height - 6;
        svg.put("<text transform=\"rotate(-90 %s %d)\" x=\"%s\" y=\"%d\">%s</text>", x, foot, x, foot, text(word));
    }

    /** A value that belongs to no line, with its range. */
    public void apart(int column, double value, Interval range) {
        svg.put(
                "<line class=\"apart\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                x(column), y(range.low()), x(column), y(range.high()));
        svg.put("<path class=\"apart\" d=\"M%s %sl5 5-5 5-5-5z\"/>", x(column), n(atY(value) - 5));
    }

    /** A line with its band through neighbouring columns; through a single one it has a width too, or it would not be seen. */
    public void band(List<Stretch> stretches) {
        var upper = new ArrayList<String>();
        var lower = new ArrayList<String>();
        var line = new ArrayList<String>();
        for (var one : stretches) {
            double at = atX(one.column());
            double half = stretches.size() == 1 ? step * .35 : 0;
            for (double x : half == 0 ? new double[] {at} : new double[] {at - half, at + half}) {
                upper.add(n(x) + "," + y(one.band().high()));
                lower.addFirst(n(x) + "," + y(one.band().low()));
                line.add(n(x) + "," + y(one.level()));
            }
        }
        upper.addAll(lower);
        svg.put("<polygon class=\"band\" points=\"%s\"/>", String.join(" ", upper));
        svg.put("<polyline class=\"line\" points=\"%s\"/>", String.join(" ", line));
    }

    /** The same for what is not the group's own: set apart, and named. */
    public void earlier(String told, List<Stretch> stretches) {
        svg.put("<g class=\"earlier\"><title>%s</title>", text(told));
        band(stretches);
        svg.put("</g>");
    }

    /** A value with its range as an upright bar, and a number below. */
    public void bar(int column, double value, Interval range, String told, String below) {
        svg.put("<g class=\"point\"><title>%s</title>", text(told));
        svg.put(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                x(column), y(range.low()), x(column), y(range.high()));
        svg.put("<circle cx=\"%s\" cy=\"%s\" r=\"4\"/>", x(column), y(value));
        svg.put("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text></g>", x(column), row(column), text(below));
    }

    /** Where something else begins, between a column and the one before it. */
    public void begins(int column, String word) {
        var x = n(atX(column - .5));
        svg.put("<g class=\"begins\"><line x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\"/>", x, top, x, top + frame.height);
        upright(column - .5, .55, word);
        svg.put("</g>");
    }

    /** Letters above a line between two columns. */
    public void marker(double column, String letters, String told) {
        double x = atX(column);
        double half = letters.length() * frame.letters * .35;
        svg.put(
                "<g class=\"marker\"><title>%s</title><line x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\"/>",
                text(told), n(x), top - 3, n(x), top + frame.height);
        svg.put(
                "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text></g>",
                n(Math.min(x, frame.width - half)), top - 6, text(letters));
    }

    /** Dates below: the newest always, older ones as far as they fit beside each other. */
    public void date(int column, String written) {
        int every = Math.max(1, (int) Math.ceil(frame.dateWidth / step));
        if ((columns - 1 - column) % every == 0 && atX(column) - frame.dateWidth / 2.0 >= 0) {
            svg.put(
                    "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    n(Math.min(atX(column), frame.width - frame.dateWidth / 2.0)),
                    row(0) + rows * frame.letters + 6,
                    text(written));
        }
    }

    /** The whole drawing. */
    public String end() {
        return svg.end();
    }

    private int row(int column) {
        return top + frame.height + frame.letters + 6 + column % rows * frame.letters;
    }

    private double widest(List<String> below) {
        return below.stream().mapToInt(String::length).max().orElse(0) * frame.letters * WIDTH_OF_A_LETTER;
    }

    private double atX(double column) {
        return LEFT + (column + .5) * step;
    }

    private double atY(double value) {
        return top + axis.down(axis.within(value)) * frame.height;
    }

    private String x(double column) {
        return n(atX(column));
    }

    private String y(double value) {
        return n(atY(value));
    }
}
