package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The line of a team's group or of the organisation, point by point. */
@Command(
        name = "trends",
        header = "Print the line of a team's group, or of the whole organisation.",
        description = {
            "For each pulse: the day of the count, how many answers, the value with its range, the line with its band, and"
                    + " what was done since the last one, or that clearly fewer answered than then. A gap says why it is one.",
            "With --tests also whether the latest line rises or falls throughout, and how fast. The organisation's line is"
                    + " the mean over released blocks, where it is about leaders over groups that were shown by themselves; it comes with"
                    + " tests, a control chart, and what came after interventions.",
            "Ranges, bands and intervals hold for 90 %%. What came after an intervention need not come of it."
        })
final class TrendsCommand implements Callable<Integer> {
    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @ArgGroup(exclusive = true, multiplicity = "1")
    Whose whose = new Whose();

    /** Whose line. */
    static final class Whose {
        @Option(names = "--team", required = true, paramLabel = "TEAM", description = "The team's id")
        String team = "";

        @Option(names = "--organisation", required = true, description = "The whole organisation")
        boolean organisation;
    }

    @Option(
            names = "--construct",
            defaultValue = "psychological-safety",
            paramLabel = "CONSTRUCT",
            description = "What the statements are about (${DEFAULT-VALUE})")
    String construct = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "As it was known on a day that is over")
    @Nullable
    String asOf;

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "As it is under this rule for all pulses, once groeipuls replay has tried it")
    @Nullable
    String rule;

    @Option(names = "--tests", description = "Test the latest line of the team's group too; not with --rule")
    boolean tests;

    @Override
    public Integer call() throws IOException {
        if (rule != null && (tests || whose.organisation)) {
            throw new WrongUse("Tests and the organisation's line are by the rule that holds: leave --rule out");
        }
        try (var server = connection.open(output)) {
            var about = "?construct=" + URLEncoder.encode(construct, UTF_8) + parameter("asOf", asOf);
            if (whose.organisation) {
                var view = server.get("/api/v1/organisation/line" + about);
                output.result(view);
                new ToldTests(output).organisation(view.path("line"));
                return 0;
            }
            var path = "/api/v1/teams/" + URLEncoder.encode(whose.team, UTF_8) + "/trends";
            var view = server.get(path + about + parameter("rule", rule));
            if (tests) {
                ((ObjectNode) view).set("tests", server.get(path + "/tests" + about));
            }
            output.result(view);
            var trend = view.path("trend");
            output.say("%s of group %s, by rule %s", construct, text(trend, "group"), text(trend, "rule"));
            output.say("%-10s  %6s  %5s  %-13s  %5s  %-13s  %s", "counted", "n", "value", "range", "line", "band", "");
            int line = trend.at("/points/0/line").asInt();
            for (var point : trend.path("points")) {
                if (point.path("line").asInt() != line) {
                    line = point.path("line").asInt();
                    output.say(
                            "-- line %d: other people, leads or rule; nothing is compared with what stands above",
                            line);
                }
                output.say("%s", row(point, trend));
            }
            trend.path("markers")
                    .forEach(marker -> output.say(
                            "%s: %s, from %s",
                            text(marker, "letter"), text(marker, "form"), text(marker, "startedOn")));
            if (tests) {
                new ToldTests(output).team(view.path("tests"));
            }
        }
        return 0;
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String row(JsonNode point, JsonNode trend) {
        var shown = point.path("shown");
        var letters = new StringBuilder();
        trend.path("markers").forEach(marker -> {
            if (text(marker, "next").equals(text(point, "pulse"))
                    || marker.path("next").path("pulse").asString("").equals(text(point, "pulse"))) {
                letters.append(text(marker, "letter")).append(' ');
            }
        });
        if (point.path("fewerAnswered").asBoolean(false)) {
            letters.append("fewer answered");
        }
        if (!shown.isObject()) {
            return "%-10s  not shown: %s  %s"
                    .formatted(text(point, "countedOn"), text(point.path("withheld"), "reason"), letters)
                    .stripTrailing();
        }
        return String.format(
                        Locale.ROOT,
                        "%-10s  %6.1f  %5.2f  %-13s  %5.2f  %-13s  %s",
                        text(point, "countedOn"),
                        shown.path("n").asDouble(),
                        shown.path("value").asDouble(),
                        interval(shown.path("range")),
                        shown.path("level").asDouble(),
                        interval(shown.path("band")),
                        letters)
                .stripTrailing();
    }

    private static String interval(JsonNode interval) {
        return String.format(
                Locale.ROOT,
                "%.2f to %.2f",
                interval.path("low").asDouble(),
                interval.path("high").asDouble());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
