package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.scoring.MannKendall;
import org.groeipuls.scoring.SegmentedRegression;
import org.groeipuls.scoring.Series;
import org.groeipuls.scoring.TheilSen;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What analysts read beside verdicts, in an organisation that no other test has, whichever store stands behind it. */
abstract class TrendTestsContract {
    private static final String SAFETY = "psychological-safety";

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    private LocalDate today() {
        return server.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A pulse of these teams; so many of the people of each say 4 and the others 3. */
    private void counted(String name, int people, int four, String... teams) {
        var pulse = survey.opened(name, teams);
        for (var team : teams) {
            answered(pulse, team, people, four);
        }
        survey.close();
    }

    private void answered(String pulse, String team, int people, int four) {
        var codes = survey.codes(pulse, team);
        for (int person = 0; person < people; person++) {
            int answer = person < four ? 4 : 3;
            var answers = Stream.of("PS1", "PS2", "PS3", "LR1", "LR2", "LR3", "ETL1", "ETB1", "SV1", "SV2")
                    .map(item -> "\"" + item + "\":" + answer)
                    .collect(Collectors.joining(",", "{", "}"));
            var reply = survey.send(Survey.ballot(pulse, codes.get(person), 1, Survey.nonce(person), answers));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
    }

    private JsonNode read(String path) {
        var reply = server.get("analyst", "/api/v1" + path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private JsonNode points(String team) {
        return read("/teams/" + team + "/trends?construct=" + SAFETY).at("/trend/points");
    }

    private static Series series(JsonNode points) {
        List<Double> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        points.forEach(point -> {
            if (point.has("shown")) {
                times.add(point.get("ordinal").doubleValue());
                values.add(point.at("/shown/value").doubleValue());
            }
        });
        return new Series(times, values);
    }

    private static void sameTests(JsonNode tests, Series series) {
        var order = MannKendall.of(series);
        var slope = TheilSen.of(series);
        assertThat(tests.get("points").intValue()).isEqualTo(series.size());
        assertThat(tests.at("/mannKendall/s").intValue()).isEqualTo(order.s());
        assertThat(tests.at("/mannKendall/p").doubleValue()).isCloseTo(order.p(), within(1e-12));
        assertThat(tests.at("/mannKendall/tauB").doubleValue())
                .isCloseTo(order.tauB().orElseThrow(), within(1e-12));
        assertThat(tests.at("/theilSen/perPulse").doubleValue()).isCloseTo(slope.slope(), within(1e-8));
        assertThat(tests.at("/theilSen/interval/low").doubleValue())
                .isCloseTo(slope.interval().low(), within(1e-8));
        assertThat(tests.at("/theilSen/interval/high").doubleValue())
                .isCloseTo(slope.interval().high(), within(1e-8));
    }

    @Test
    void a_line_is_tested_from_eight_points_on_as_it_was_released_and_a_gap_is_none() {
        var team = survey.team("a", 9);
        var path = "/teams/" + team + "/trends/tests?construct=" + SAFETY;
        assertThat(read(path).at("/tests/missing").intValue()).isEqualTo(8);
        for (int pulse = 1; pulse <= 7; pulse++) {
            counted("p" + pulse, 7, pulse - 1, team);
        }
        counted("gap", 2, 1, team);
        assertThat(read(path).at("/tests/missing").intValue()).isEqualTo(1);
        assertThat(read(path).get("tests").has("mannKendall")).isFalse();
        var before = today();
        counted("p8", 7, 7, team);

        var view = read(path);
        assertThat(points(team).size()).isEqualTo(9);
        sameTests(view.get("tests"), series(points(team)));
        assertThat(view.at("/tests/mannKendall/exact").booleanValue()).isTrue();
        assertThat(view.get("line").intValue()).isEqualTo(1);
        assertThat(read(path + "&asOf=" + before).at("/tests/missing").intValue())
                .isEqualTo(1);
        var tag = server.get("analyst", "/api/v1" + path).header("ETag");
        assertThat(server.get("analyst", "/api/v1" + path, "If-None-Match", tag).status())
                .isEqualTo(304);
    }

    @Test
    void nobody_but_an_analyst_gets_a_second_number_beside_the_verdict() {
        var team = survey.team("b", 9);
        for (var path : List.of("/teams/" + team + "/trends/tests", "/organisation/line")) {
            for (var who : List.of("lead-" + team, "hr", "direction", "works-council", "operator", Server.EMPLOYEE)) {
                assertThat(server.get(who, "/api/v1" + path).status())
                        .as(who + path)
                        .isEqualTo(403);
            }
            assertThat(server.get(null, "/api/v1" + path).status()).isEqualTo(401);
            for (var wrong : List.of("?construct=happiness", "?construct=growth-mindset", "?from=2027-01-01")) {
                assertThat(server.get("analyst", "/api/v1" + path + wrong).status())
                        .as(path + wrong)
                        .isEqualTo(400);
            }
        }
        assertThat(server.get("analyst", "/api/v1/teams/" + survey.id("none") + "/trends/tests")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_point_of_the_organisation_is_what_analysts_add_up_from_its_groups() {
        var one = survey.team("one", 9);
        var two = survey.team("two", 9);
        var few = survey.team("few", 9);
        server.clockTo(server.now().plus(Duration.ofDays(30))); // what other tests counted is in no round with this
        var pulse = survey.opened("sum", one, two, few);
        answered(pulse, one, 8, 6);
        answered(pulse, two, 6, 1);
        answered(pulse, few, 3, 2);
        survey.close();

        double n = 0;
        double sum = 0;
        for (var team : List.of(one, two, few)) {
            var last = points(team).get(0);
            var figure = last.has("shown") ? last.get("shown") : last.at("/withheld/merged");
            boolean merged = !last.has("shown");
            boolean first = !merged || figure.at("/groups/0").asString().equals(team);
            if (first) {
                n += figure.get("n").doubleValue();
                sum += figure.get("n").doubleValue() * figure.get("value").doubleValue();
            }
        }
        var line = read("/organisation/line?construct=" + SAFETY).at("/line/points");
        var point = line.get(line.size() - 1);
        assertThat(point.at("/pulses/0").asString()).isEqualTo(pulse);
        assertThat(point.get("groups").intValue()).isEqualTo(3);
        assertThat(point.get("blocks").intValue()).isEqualTo(2);
        assertThat(point.get("n").doubleValue()).isEqualTo(n).isEqualTo(17);
        assertThat(point.get("value").doubleValue()).isCloseTo(sum / n, within(1e-12));
    }

    @Test
    void what_teams_began_together_is_told_before_and_after_from_twelve_points_on() {
        var team = survey.team("marked", 9);
        for (int pulse = 1; pulse <= 6; pulse++) {
            counted("m" + pulse, 7, pulse % 3, team);
        }
        server.clockTo(server.now().plus(Duration.ofDays(1)));
        var started = today();
        survey.put(
                "/teams/" + team + "/interventions/" + survey.id("lab"),
                "{'form':'learning-lab','startedOn':'%s','leaderRole':'facilitator','teams':['%s']}"
                        .formatted(started, team),
                201);
        var early = today();
        for (int pulse = 7; pulse <= 12; pulse++) {
            counted("m" + pulse, 7, 3 + pulse % 3, team);
        }

        var line = read("/organisation/line?construct=" + SAFETY);
        var points = line.at("/line/points");
        var around = around(line);
        assertThat(around.get("after").intValue()).isEqualTo(6);
        assertThat(around.get("before").intValue()).isEqualTo(points.size() - 6);
        List<SegmentedRegression.Point> fitted = new ArrayList<>();
        points.forEach(point -> fitted.add(new SegmentedRegression.Point(
                point.get("round").intValue(),
                point.get("value").doubleValue(),
                point.get("n").doubleValue())));
        var expected = SegmentedRegression.of(
                fitted, points.get(points.size() - 6).get("round").intValue());
        assertThat(around.at("/regression/step/estimate").doubleValue())
                .isCloseTo(expected.step().estimate(), within(1e-12));
        assertThat(around.at("/regression/turn/se").doubleValue())
                .isCloseTo(expected.turn().se(), within(1e-12));
        assertThat(line.get("caveats").valueStream().map(JsonNode::asString))
                .contains("after-not-because-of", "neighbours-resemble-each-other", "methods-differ");

        var then = read("/organisation/line?construct=" + SAFETY + "&asOf=" + early.minusDays(1));
        assertThat(around(then).isMissingNode()).as("noted on the day after").isTrue();
        assertThat(then.at("/line/points").size()).isEqualTo(points.size() - 6);
    }

    private JsonNode around(JsonNode view) {
        return view.at("/line/around")
                .valueStream()
                .filter(one -> one.get("interventions")
                        .valueStream()
                        .anyMatch(id -> id.asString().equals(survey.id("lab"))))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
