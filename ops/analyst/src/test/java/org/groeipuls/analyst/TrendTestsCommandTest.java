package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests and the organisation's line from the command line, against a server that says what a test has it say. */
class TrendTestsCommandTest {
    private static final String TREND =
            "{\"team\":\"a\",\"trend\":{\"group\":\"a\",\"rule\":\"local-level@1\",\"points\":[]}}";
    private static final String TESTED =
            "{\"points\":8,\"missing\":0,\"mannKendall\":{\"s\":22,\"tauB\":0.7857,\"p\":0.005506,"
                    + "\"exact\":true},\"theilSen\":{\"perPulse\":0.09417,\"interval\":{\"low\":0.062,\"high\":0.126}}}";
    private static final String COEFFICIENT = "{\"estimate\":0.1747,\"se\":0.0299}";

    @TempDir
    Path folder = Path.of("");

    private Tool tool(Stub server, Object... words) throws IOException {
        var token = Files.writeString(folder.resolve("token"), "x");
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", server.url(), "--token-file", token));
        return Tool.run(all.toArray());
    }

    private static Stub saying(String tests, String line) {
        return Stub.that(exchange -> Stub.reply(
                exchange,
                200,
                switch (exchange.getRequestURI().getPath()) {
                    case "/api/v1/teams/a/trends" -> TREND;
                    case "/api/v1/teams/a/trends/tests" -> "{\"tests\":" + tests + "}";
                    default -> "{\"line\":" + line + "}";
                }));
    }

    @Test
    void a_line_is_tested_when_that_is_asked_for_and_not_before() throws IOException {
        try (var server = saying(TESTED, "{}")) {
            assertThat(tool(server, "trends", "--team", "a").out()).doesNotContain("Mann-Kendall");
            assertThat(server.asked()).hasSize(1);

            var asked = tool(server, "trends", "--team", "a", "--tests", "--as-of", "2027-01-01");
            assertThat(asked.exit()).as(asked.toString()).isZero();
            assertThat(asked.out())
                    .contains(
                            "Mann-Kendall over 8 points: S 22, tau-b 0.79, p 0.0055 (all orders counted)",
                            "Theil-Sen: 0.094 points a pulse, between 0.062 and 0.126",
                            "never instead of it");
            assertThat(server.asked().getLast())
                    .isEqualTo("GET /api/v1/teams/a/trends/tests?construct=psychological-safety&asOf=2027-01-01");
            var json = ExportedEvent.JSON.readTree(
                    tool(server, "trends", "--team", "a", "--tests", "--json").out());
            assertThat(json.at("/tests/tests/mannKendall/s").intValue()).isEqualTo(22);
            assertThat(json.at("/trend/group").asString()).isEqualTo("a");
        }
    }

    @Test
    void what_was_begun_is_told_at_gaps_too_and_another_line_is_set_apart() throws IOException {
        var shown = "\"shown\":{\"n\":8,\"value\":3.5,\"range\":{\"low\":3,\"high\":4},\"level\":3.4,"
                + "\"band\":{\"low\":3.1,\"high\":3.7}}";
        var trend = "{\"trend\":{\"group\":\"a\",\"rule\":\"local-level@1\",\"points\":["
                + "{\"pulse\":\"p1\",\"countedOn\":\"2027-01-01\",\"line\":1," + shown + "},"
                + "{\"pulse\":\"p2\",\"countedOn\":\"2027-02-01\",\"line\":1,\"withheld\":{\"reason\":\"merged\"}},"
                + "{\"pulse\":\"p3\",\"countedOn\":\"2027-03-01\",\"line\":2," + shown + "}],\"markers\":["
                + "{\"letter\":\"A\",\"form\":\"intervisie\",\"startedOn\":\"2027-01-15\",\"next\":\"p2\"},"
                + "{\"letter\":\"B\",\"form\":\"ritual\",\"startedOn\":\"2027-04-01\"}]}}";
        try (var server = Stub.that(exchange -> Stub.reply(exchange, 200, trend))) {
            assertThat(tool(server, "trends", "--team", "a").out())
                    .contains(
                            "2027-02-01  not shown: merged  A",
                            "-- line 2: other people, leads or rule",
                            "A: intervisie, from 2027-01-15",
                            "B: ritual, from 2027-04-01")
                    .doesNotContain("-- line 1");
        }
    }

    @Test
    void a_small_chance_is_never_said_to_be_none() throws IOException {
        try (var server = saying(TESTED.replaceAll("\"p\":[0-9.]+", "\"p\":0.0000414"), "{}")) {
            assertThat(tool(server, "trends", "--team", "a", "--tests").out()).contains("p below 0.0001");
        }
    }

    @Test
    void a_line_that_is_too_short_says_how_much_is_missing() throws IOException {
        try (var server = saying("{\"points\":5,\"missing\":3}", "{}")) {
            assertThat(tool(server, "trends", "--team", "a", "--tests").out())
                    .contains("the latest line has 5 points and 3 more are needed")
                    .doesNotContain("Mann-Kendall");
        }
    }

    @Test
    void the_organisation_s_line_comes_with_its_chart_and_what_came_after_what() throws IOException {
        var line =
                "{\"construct\":\"candour\",\"points\":[{\"round\":3,\"closedOn\":\"2027-03-01\",\"line\":1,\"groups\":4,"
                        + "\"n\":48.0,\"value\":3.458}],\"tests\":" + TESTED
                        + ",\"chart\":{\"missing\":0,\"ewma\":{},\"points\":"
                        + "[{\"round\":21,\"z\":3.95,\"limits\":{\"low\":3.4,\"high\":3.6},\"left\":true}]},\"around\":[{\"form\":"
                        + "\"intervisie\",\"startedOn\":\"2027-02-01\",\"teams\":[\"a\",\"b\"],\"before\":6,\"after\":6,\"regression\":"
                        + "{\"trend\":" + COEFFICIENT + ",\"step\":" + COEFFICIENT + ",\"turn\":" + COEFFICIENT
                        + "}},{\"form\":"
                        + "\"ritual\",\"startedOn\":\"2027-03-01\",\"teams\":[\"a\"],\"before\":11,\"after\":1}]}";
        try (var server = saying(TESTED, line)) {
            var told = tool(server, "trends", "--organisation", "--construct", "candour");
            assertThat(told.exit()).as(told.toString()).isZero();
            assertThat(told.out())
                    .contains(
                            "    3  2027-03-01     1       4     48.0   3.46",
                            "chart, round 21: 3.95, expected 3.40 and 3.60  LEFT",
                            "after intervisie of 2027-02-01 (teams: 2; points before: 6, after: 6): trend +0.175 (se 0.030), step"
                                    + " +0.175 (se 0.030)",
                            "after ritual of 2027-03-01 (teams: 1; points before: 11, after: 1): nothing fitted",
                            "After, never because of",
                            "4 to 25 % of published series");
            assertThat(server.asked()).containsExactly("GET /api/v1/organisation/line?construct=candour");
            assertThat(ExportedEvent.JSON
                            .readTree(tool(server, "trends", "--organisation", "--json")
                                    .out())
                            .at("/line/points/0/n")
                            .doubleValue())
                    .isEqualTo(48);
        }
    }

    @Test
    void one_line_is_asked_for_and_no_test_is_made_under_a_rule_that_is_tried() throws IOException {
        try (var server = saying(TESTED, "{}")) {
            assertThat(tool(server, "trends").exit()).isEqualTo(2);
            assertThat(tool(server, "trends", "--team", "a", "--organisation").exit())
                    .isEqualTo(2);
            assertThat(tool(server, "trends", "--team", "a", "--tests", "--rule", "mine@1")
                            .exit())
                    .isEqualTo(2);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void the_organisation_has_no_line_under_a_rule_that_is_tried() throws IOException {
        try (var server = saying(TESTED, "{}")) {
            var refused = tool(server, "trends", "--organisation", "--rule", "mine@1");
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("leave --rule out");
            assertThat(server.asked()).isEmpty();
        }
    }
}
