package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.groeipuls.api.storage.Rebuild;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who hears that fewer people answer, and what can be told of those who did not, whichever store stands behind it. */
abstract class SilenceContract {
    private static final List<String> CONSTRUCTS =
            List.of("psychological-safety", "leader-role-modelling", "error-talk", "vision");

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    /** A counted pulse in which so many of each of these teams answered. */
    private void counted(String name, Map<String, Integer> answers) {
        var pulse = survey.opened(name, answers.keySet().toArray(String[]::new));
        answers.forEach((team, people) -> survey.answer(pulse, survey.codes(pulse, team), people));
        survey.close();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("counted");
    }

    private JsonNode read(String who, String path) {
        var reply = server.get(who, "/api/v1" + path);
        assertThat(reply.status()).as("%s: %s", path, reply).isEqualTo(200);
        return reply.json();
    }

    private JsonNode trend(String team, String construct) {
        return read("lead-" + team, "/teams/" + team + "/trends?construct=" + construct)
                .get("trend");
    }

    /** At which of its pulses a fall is told; the same in all constructs. */
    private List<Boolean> falls(String team) {
        var told = falls(trend(team, CONSTRUCTS.getFirst()));
        for (var construct : CONSTRUCTS) {
            assertThat(falls(trend(team, construct))).as(construct).isEqualTo(told);
        }
        return told;
    }

    private static List<Boolean> falls(JsonNode trend) {
        return trend.get("points")
                .valueStream()
                .map(point -> point.path("fewerAnswered").asBoolean(false))
                .toList();
    }

    private LocalDate today() {
        return server.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private String page(String who, String path) {
        var reply = new Browser(server).as(who).get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }

    @Test
    void that_clearly_fewer_answered_is_told_to_all_whom_it_is_for_and_nothing_more() {
        var fell = survey.team("fell", 20);
        var kept = survey.team("kept", 20);
        var other = survey.team("other", 20);
        counted("p1", Map.of(fell, 18, kept, 18, other, 16));
        var then = today();
        counted("p2", Map.of(fell, 9, kept, 17, other, 14));

        assertThat(falls(fell)).containsExactly(false, true);
        assertThat(falls(kept)).containsExactly(false, false);
        assertThat(falls(other)).containsExactly(false, false);
        assertThat(trend(kept, CONSTRUCTS.getFirst()).toString())
                .as("of others it is not even denied")
                .doesNotContain("fewerAnswered");
        assertThat(page("lead-" + fell, "/dashboard/" + fell + "?lang=nl"))
                .contains("Een duidelijk kleiner deel van de groep antwoordde dan bij de peiling ervoor.");
        assertThat(page("lead-" + fell, "/dashboard/" + fell + "?lang=en"))
                .contains("A clearly smaller part of the group answered than at the pulse before.");
        assertThat(page("lead-" + kept, "/dashboard/" + kept + "?lang=nl")).doesNotContain("kleiner deel");

        for (var who : List.of("hr", "direction")) {
            var part = read(who, "/organisation/participation")
                    .get("parts")
                    .valueStream()
                    .filter(one -> one.path("unit").asString("").equals(survey.id("service")))
                    .findFirst()
                    .orElseThrow();
            assertThat(part.path("groups").asInt()).isEqualTo(3);
            assertThat(part.path("fewerAnswered").asInt()).as(who).isEqualTo(1);
            assertThat(page(who, "/organisation?lang=nl"))
                    .contains("In 1 groep antwoordde een duidelijk kleiner deel dan bij de peiling ervoor.");
        }
        assertThat(page("direction", "/organisation?lang=nl"))
                .doesNotContain(fell)
                .doesNotContain("Team fell");

        server.clockTo(server.now().plus(Duration.ofDays(1)));
        assertThat(falls(read("lead-" + fell, "/teams/" + fell + "/trends?construct=psychological-safety&asOf=" + then)
                        .get("trend")))
                .containsExactly(false);
        assertThat(falls(read(
                                "lead-" + fell,
                                "/teams/" + fell + "/trends?construct=psychological-safety&asOf="
                                        + today().minusDays(1))
                        .get("trend")))
                .containsExactly(false, true);
        assertThat(server.bean(Rebuild.class).begin())
                .as("rows that are not as history has them")
                .isEmpty();
    }

    @Test
    void whoever_works_in_the_group_reads_it_two_working_days_after_their_lead() {
        var team = survey.team("own", 20);
        var beside = survey.team("beside", 20);
        survey.people(20, team, beside);
        survey.put(
                "/teams/" + team,
                "{'name':'Team','unit':'%s','size':20,'leads':['lead-%s']}".formatted(survey.id("service"), team),
                200);
        counted("p1", Map.of(team, 18));
        counted("p2", Map.of(team, 9));
        var said = "Een duidelijk kleiner deel van de groep antwoordde";
        assertThat(page(team + "-0", "/dashboard/" + team + "?lang=nl")).doesNotContain(said);
        assertThat(page("lead-" + team, "/dashboard/" + team + "?lang=nl")).contains(said);

        server.clockTo(server.now().plus(Duration.ofDays(5)));
        assertThat(page(team + "-0", "/dashboard/" + team + "?lang=nl")).contains(said);
    }

    @Test
    void a_group_that_was_not_shown_by_itself_has_no_fall_to_tell_then_or_at_the_next_pulse() {
        var team = survey.team("quiet", 20);
        var other = survey.team("loud", 20);
        counted("p1", Map.of(team, 19, other, 19));
        counted("p2", Map.of(team, 3, other, 19));
        counted("p3", Map.of(team, 8, other, 19));
        counted("p4", Map.of(team, 8, other, 9));

        assertThat(falls(team)).containsExactly(false, false, false, false);
        assertThat(falls(other))
                .as("the other was merged with it at p2, too")
                .containsExactly(false, false, false, true);
    }

    @Test
    void other_people_than_before_are_not_compared_with_them() {
        var stays = survey.team("stays", 20);
        var goes = survey.team("goes", 6);
        counted("p1", Map.of(stays, 19, goes, 5));
        survey.put("/groups/" + survey.id("both"), "{'teams':['%s','%s']}".formatted(stays, goes), 201);
        counted("p2", Map.of(survey.id("both"), 9));
        counted("p3", Map.of(survey.id("both"), 25));
        survey.put("/groups/" + survey.id("both"), "{'teams':['%s']}".formatted(stays), 200);
        counted("p4", Map.of(survey.id("both"), 9));
        counted("p5", Map.of(survey.id("both"), 8));

        var all = read("analyst", "/teams/" + stays + "/trends?construct=psychological-safety")
                .get("trend");
        assertThat(all.get("points")
                        .valueStream()
                        .map(point -> point.path("line").asInt()))
                .containsExactly(1, 1, 2, 2);
        assertThat(falls(all)).containsExactly(false, false, false, false);
    }

    /** How far apart the means can be that an item's class holds, at the last point. */
    private static double widest(JsonNode trend) {
        return trend.at("/points/0/items")
                .valueStream()
                .mapToDouble(item ->
                        (item.at("/sum/high").asDouble() - item.at("/sum/low").asDouble())
                                / item.path("n").asDouble())
                .max()
                .orElseThrow();
    }

    @Test
    void who_skipped_a_statement_was_not_heard_on_its_topic() {
        var team = survey.team("skips", 10);
        var pulse = survey.opened("p1", team);
        var codes = survey.codes(pulse, team);
        for (int person = 0; person < 7; person++) {
            var answers = person < 5 ? Survey.answers(person) : "{\"PS1\":3,\"LR1\":4,\"LR2\":4,\"LR3\":4}";
            var ballot = Survey.ballot(pulse, codes.get(person), 1, Survey.nonce(person), answers);
            assertThat(survey.send(ballot).status()).isEqualTo(201);
        }
        survey.close();

        assertThat(heard(team, "psychological-safety")).isEqualTo("50-70 0.5");
        assertThat(heard(team, "leader-role-modelling")).isEqualTo("70-and-more 0.3");
        assertThat(trend(team, "psychological-safety")
                        .at("/points/0/participation")
                        .asString())
                .isEqualTo("70-and-more");
    }

    private String heard(String team, String construct) {
        var trend = trend(team, construct);
        return trend.at("/points/0/shown/heard").asString() + " "
                + trend.at("/unheard/latest/silent").asString();
    }

    @Test
    void what_the_silent_could_change_is_the_same_for_groups_of_other_numbers_in_one_step() {
        var whole = survey.team("whole", 8);
        var part = survey.team("part", 20);
        var half = survey.team("half", 20);
        var few = survey.team("few", 20);
        counted("p1", Map.of(whole, 8, part, 14, half, 10, few, 9));

        for (var team : List.of(whole, part)) {
            var latest = trend(team, CONSTRUCTS.getFirst()).at("/unheard/latest");
            assertThat(latest.path("silent").asDouble()).as(team).isEqualTo(.3);
            double width = latest.at("/bounds/high").asDouble()
                    - latest.at("/bounds/low").asDouble();
            assertThat(width)
                    .as("0.3 of 4 points, and 0.7 of the widest class")
                    .isCloseTo(1.2 + .7 * widest(trend(team, CONSTRUCTS.getFirst())), within(1e-9));
        }
        assertThat(trend(half, CONSTRUCTS.getFirst())
                        .at("/unheard/latest/silent")
                        .asDouble())
                .isEqualTo(.5);
        var wide = trend(few, CONSTRUCTS.getFirst()).at("/unheard/latest");
        assertThat(List.of(wide.has("silent"), wide.has("bounds"))).containsOnly(false);
        assertThat(page("lead-" + whole, "/dashboard/" + whole + "?lang=nl"))
                .contains("En als iedereen had geantwoord?", "70 procent of meer van de groep. Had de rest");
        assertThat(page("lead-" + few, "/dashboard/" + few + "?lang=en"))
                .contains(
                        "less than half answered at least one statement of this subject. What the rest think could turn the picture round.");
    }
}
