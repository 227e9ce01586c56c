package org.groeipuls.pages.organisation;

import java.util.List;
import org.groeipuls.pages.Words;
import org.groeipuls.scoring.Ewma;
import org.groeipuls.trend.AroundMarker;
import org.groeipuls.trend.ControlChart;
import org.groeipuls.trend.OrganisationLine;
import org.groeipuls.trend.TrendTests;

/**
 * The organisation's line in sentences, for analysts; its numbers stand in the interface.
 *
 * @param points how many the latest line has and where the last one is
 * @param tests whether it rises or falls throughout, or what is missing for that
 * @param chart whether it left what its first points lead to expect, or what is missing for that
 * @param around one for each kind of learning form that began on one day
 */
record LineSheet(String points, String tests, String chart, List<String> around) {
    private static final String KEY = "organisation.line.";
    private static final double FINEST = .001;

    static LineSheet of(OrganisationLine line, Words words) {
        return new LineSheet(
                points(line, words),
                tests(line.tests(), words),
                chart(line.chart(), words),
                line.around().stream().map(one -> around(one, words)).toList());
    }

    private static String points(OrganisationLine line, Words words) {
        if (line.points().isEmpty()) {
            return words.text(KEY + "none");
        }
        var last = line.points().getLast();
        long points = line.points().stream()
                .filter(point -> point.line() == last.line())
                .count();
        var said = words.text(KEY + "points", points, words.points(last.value()), last.groups());
        return last.line() == 1 ? said : said + " " + words.text(KEY + "again");
    }

    private static String tests(TrendTests tests, Words words) {
        var order = tests.mannKendall();
        var slope = tests.theilSen();
        if (order == null || slope == null) {
            return words.text(KEY + "missing", tests.missing());
        }
        var tau = order.tauB();
        return tau == null
                ? words.text(KEY + "equal", tests.points())
                : words.text(
                        KEY + "tests",
                        tests.points(),
                        words.points(tau),
                        chance(order.p(), words),
                        words.thousandths(slope.perPulse()),
                        words.thousandths(slope.interval().low()),
                        words.thousandths(slope.interval().high()));
    }

    private static String chance(double p, Words words) {
        return p < FINEST ? "< " + words.thousandths(FINEST) : words.thousandths(p);
    }

    private static String chart(ControlChart chart, Words words) {
        if (chart.missing() > 0) {
            return words.text(KEY + "chart.missing", chart.missing());
        }
        if (chart.ewma() == null) {
            return words.text(KEY + "chart.flat");
        }
        long left = chart.points().stream().filter(ControlChart.Point::left).count();
        return words.text(KEY + "chart.left", Ewma.BASELINE, chart.points().size(), left);
    }

    private static String around(AroundMarker one, Words words) {
        var what = words.text("noted.form." + one.form().word()) + ", "
                + words.text("noted.from", words.date(one.startedOn()));
        var fit = one.regression();
        return what + ". "
                + (fit == null
                        ? words.text(KEY + "around.few", one.before(), one.after())
                        : words.text(
                                KEY + "around.said",
                                one.before(),
                                one.after(),
                                words.points(fit.step().estimate()),
                                words.points(fit.step().se()),
                                words.thousandths(fit.turn().estimate()),
                                words.thousandths(fit.turn().se())));
    }
}
