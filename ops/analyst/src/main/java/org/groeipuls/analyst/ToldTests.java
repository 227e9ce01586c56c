package org.groeipuls.analyst;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What is said of a line beside verdicts: tests, the organisation's chart, and what came after interventions. */
final class ToldTests {
    private static final double FINEST = 0.0001;
    private final Output output;

    ToldTests(Output output) {
        this.output = output;
    }

    /** @param view of the tests of a team's group */
    void team(JsonNode view) {
        output.say("");
        tests(view.path("tests"));
        output.say(
                "Beside the verdict, never instead of it: how many answered is not weighed, and pulses that follow each"
                        + " other are alike.");
    }

    void organisation(JsonNode line) {
        output.say("%s of the whole organisation", text(line, "construct"));
        output.say("%5s  %-10s  %4s  %6s  %7s  %5s", "round", "closed", "line", "groups", "n", "value");
        line.path("points")
                .forEach(point -> output.say(
                        "%5d  %-10s  %4d  %6d  %7s  %5s",
                        point.path("round").asInt(),
                        text(point, "closedOn"),
                        point.path("line").asInt(),
                        point.path("groups").asInt(),
                        number("%.1f", point.path("n")),
                        number("%.2f", point.path("value"))));
        output.say("");
        tests(line.path("tests"));
        chart(line.path("chart"));
        line.path("around").forEach(this::around);
        output.say(
                "After, never because of. Nothing stands beside a whole organisation to compare it with, points of one line"
                        + " resemble their neighbours, which these standard errors ignore, and methods differ in 4 to 25 %% of"
                        + " published series.");
    }

    private void tests(JsonNode tests) {
        int missing = tests.path("missing").asInt();
        if (missing > 0) {
            output.say(
                    "No test yet: the latest line has %d points and %d more are needed.",
                    tests.path("points").asInt(), missing);
            return;
        }
        var order = tests.path("mannKendall");
        output.say(
                "Mann-Kendall over %d points: S %d, tau-b %s, p %s (%s)",
                tests.path("points").asInt(),
                order.path("s").asInt(),
                order.path("tauB").isNumber() ? number("%.2f", order.path("tauB")) : "none, all are equal",
                chance(order.path("p").asDouble()),
                order.path("exact").asBoolean() ? "all orders counted" : "by the normal");
        var slope = tests.path("theilSen");
        output.say(
                "Theil-Sen: %s points a pulse, between %s",
                number("%.3f", slope.path("perPulse")), interval("%.3f", slope.path("interval")));
    }

    private void chart(JsonNode chart) {
        int missing = chart.path("missing").asInt();
        if (missing > 0) {
            output.say("No control chart yet: %d more points are needed.", missing);
        } else if (!chart.path("ewma").isObject()) {
            output.say("No control chart: the first 20 points do not vary.");
        }
        chart.path("points")
                .forEach(point -> output.say(
                        "chart, round %d: %s, expected %s%s",
                        point.path("round").asInt(),
                        number("%.2f", point.path("z")),
                        interval("%.2f", point.path("limits")),
                        point.path("left").asBoolean() ? "  LEFT" : ""));
    }

    private void around(JsonNode one) {
        var fit = one.path("regression");
        var said = fit.isObject()
                ? "trend %s, step %s, turn %s"
                        .formatted(
                                coefficient(fit.path("trend")),
                                coefficient(fit.path("step")),
                                coefficient(fit.path("turn")))
                : "nothing fitted: it takes 12 points, two on each side";
        output.say(
                "after %s of %s (teams: %d; points before: %d, after: %d): %s",
                text(one, "form"),
                text(one, "startedOn"),
                one.path("teams").size(),
                one.path("before").asInt(),
                one.path("after").asInt(),
                said);
    }

    private static String coefficient(JsonNode one) {
        return number("%+.3f", one.path("estimate")) + " (se " + number("%.3f", one.path("se")) + ")";
    }

    private static String interval(String format, JsonNode interval) {
        return number(format, interval.path("low")) + " and " + number(format, interval.path("high"));
    }

    private static String chance(double p) {
        return p < FINEST ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    private static String number(String format, JsonNode value) {
        return String.format(Locale.ROOT, format, value.asDouble());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
