package org.groeipuls.pages.organisation;

import static org.groeipuls.pages.chart.Svg.n;
import static org.groeipuls.pages.chart.Svg.text;

import java.util.List;
import java.util.stream.Collectors;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.chart.Svg;
import org.groeipuls.reference.EarlierResults.Year;

/**
 * Earlier results of another supplier as SVG: percent positive by year, on an axis of its own from 0 to 100 %, with a
 * broken line, so that nobody takes it for a trend that was measured here. A year without a result breaks the line.
 */
final class ReferenceChart {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 180;
    private static final int LETTERS = 13;
    private static final int LEFT = 56;
    private static final int RIGHT = 18;
    private static final int TOP = 12;
    private static final int STEP = 25;
    private static final int YEAR_WIDTH = 40;

    private final List<Year> series;
    private final Words words;
    private final Svg svg;

    private ReferenceChart(List<Year> series, Words words, Svg svg) {
        this.series = series;
        this.words = words;
        this.svg = svg;
    }

    /**
     * The chart as one {@code svg} element.
     *
     * @param series in the order of the years, at least one
     * @param id unique in the page
     */
    static String svg(List<Year> series, Words words, String id, String statement) {
        var svg = new Svg(
                "reference",
                WIDTH,
                TOP + HEIGHT + 2 * LETTERS,
                LETTERS,
                id,
                words.text("references.chart", statement),
                told(series, words));
        return new ReferenceChart(series, words, svg).draw();
    }

    private String draw() {
        grid();
        line();
        for (int i = 0; i < series.size(); i++) {
            point(i);
        }
        return svg.end();
    }

    private static String told(List<Year> series, Words words) {
        return series.stream()
                .map(year -> year.year() + ": " + ReferencesPage.percent(year, words))
                .collect(Collectors.joining(", "));
    }

    private void grid() {
        svg.put("<g class=\"grid\">");
        for (int percent = 0; percent <= 100; percent += STEP) {
            svg.put("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\"/>", LEFT, y(percent), WIDTH - RIGHT, y(percent));
            svg.put(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>",
                    LEFT - 8, n(atY(percent) + LETTERS * .35), text(words.text("references.percent", "" + percent)));
        }
        svg.put("</g>");
    }

    private void line() {
        var path = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            boolean goesOn = i > 0 && series.get(i).year() == series.get(i - 1).year() + 1;
            path.append(goesOn ? 'L' : 'M')
                    .append(x(i))
                    .append(' ')
                    .append(y(series.get(i).percentPositive()));
        }
        svg.put("<path class=\"elsewhere\" d=\"%s\"/>", path);
    }

    private void point(int i) {
        var year = series.get(i);
        svg.put(
                "<g class=\"point\"><title>%s</title><circle cx=\"%s\" cy=\"%s\" r=\"4\"/>",
                text(year.year() + ": " + ReferencesPage.percent(year, words)), x(i), y(year.percentPositive()));
        if (labelled(i)) {
            svg.put(
                    "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                    x(i), TOP + HEIGHT + LETTERS + 8, year.year());
        }
        svg.put("</g>");
    }

    /** The last year always stands there, others as far as they fit. */
    private boolean labelled(int i) {
        int every = Math.max(1, (int) Math.ceil(YEAR_WIDTH / perYear()));
        return (series.getLast().year() - series.get(i).year()) % every == 0;
    }

    private double perYear() {
        int years = series.getLast().year() - series.getFirst().year();
        return (WIDTH - LEFT - RIGHT - YEAR_WIDTH / 2.0) / Math.max(1, years);
    }

    private String x(int i) {
        return n(LEFT
                + YEAR_WIDTH / 2.0
                + (series.get(i).year() - series.getFirst().year()) * perYear());
    }

    private static double atY(double percent) {
        return TOP + (100 - percent) / 100 * HEIGHT;
    }

    private static String y(double percent) {
        return n(atY(percent));
    }
}
