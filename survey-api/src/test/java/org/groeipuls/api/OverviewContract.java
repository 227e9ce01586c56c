package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeCommand.StateOutcome;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who sees how much of the organisation from above, whichever store stands behind it. */
abstract class OverviewContract {
    private static final String SAFETY = "psychological-safety";
    private static final String PRACTICE = "leader-role-modelling";
    private static final String VISION = "vision";
    private static final List<String> ABOVE = List.of("hr", "direction");

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    private String counted(String name, int people, String... teams) {
        var pulse = survey.opened(name, teams);
        for (var team : teams) {
            survey.answer(pulse, survey.codes(pulse, team), people);
        }
        survey.close();
        return pulse;
    }

    private JsonNode read(String who, String path) {
        var reply = server.get(who, "/api/v1" + path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private void risen(String team, String construct, String pulse) {
        var anchor = new Anchored(new PulseId(pulse), 1, null);
        var group = new GroupId(team);
        server.bean(Commands.class)
                .send(StateOutcome.of(new OutcomeStated(
                        OutcomeId.of(group, construct, anchor, Checkpoint.VERDICT),
                        group,
                        construct,
                        anchor,
                        Checkpoint.VERDICT,
                        new PulseId(pulse),
                        Outcome.ROSE,
                        new TreeSet<>(),
                        .9,
                        .05,
                        1e-9,
                        .12,
                        null,
                        "local-level@1",
                        "default@1")));
    }

    @Test
    void what_moved_of_a_leader_is_on_no_list_but_that_of_analysts() {
        var pulse = counted("p", 6, survey.team("a", 8));
        // of a group that has no line: a replay by others here would say something else of one that has
        var team = survey.id("said");
        Stream.of(SAFETY, PRACTICE, VISION).forEach(construct -> risen(team, construct, pulse));

        assertThat(moved("hr", team)).containsExactly(SAFETY);
        assertThat(moved("analyst", team)).containsExactlyInAnyOrder(SAFETY, PRACTICE, VISION);
        for (var who : ABOVE) {
            assertThat(read(who, "/organisation/moved").at("/lists/1/tallies").findValuesAsString("construct"))
                    .as(who)
                    .contains(SAFETY)
                    .doesNotContain(PRACTICE, VISION);
        }
    }

    private List<String> moved(String who, String team) {
        return read(who, "/organisation/moved")
                .at("/lists/1/lines")
                .valueStream()
                .filter(line -> line.path("group").asString().equals(team))
                .map(line -> line.path("construct").asString())
                .toList();
    }

    @Test
    void what_came_after_an_intervention_is_told_of_no_leader() {
        var team = survey.team("a", 8);
        counted("p", 6, team);
        noted("lab", "learning-lab", team);

        for (var construct : List.of(PRACTICE, VISION)) {
            var path = "/organisation/effects?construct=" + construct;
            assertThat(read("analyst", path).path("effects").size())
                    .as(construct)
                    .isPositive();
            for (var who : ABOVE) {
                assertThat(read(who, path).path("effects")).as(who).isEmpty();
                assertThat(new Browser(server)
                                .as(who)
                                .get("/organisation?lang=en")
                                .body())
                        .contains("value=\"" + SAFETY)
                        .doesNotContain("value=\"" + construct);
            }
        }
    }

    private void noted(String name, String form, String team) {
        survey.put(
                "/teams/" + team + "/interventions/" + survey.id(name),
                "{'form':'%s','startedOn':'%s','leaderRole':'facilitator','teams':['%s']}"
                        .formatted(form, today(), team),
                201);
    }

    private LocalDate today() {
        return server.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Test
    void a_unit_tells_of_its_leaders_only_where_no_unit_below_could_be_taken_from_it() {
        var teams = Stream.of("a", "b", "c").map(name -> survey.team(name, 8)).toArray(String[]::new);
        for (var pulse : List.of("p1", "p2", "p3")) {
            counted(pulse, 6, teams);
        }

        var all = List.of(SAFETY, PRACTICE, VISION);
        assertThat(cells("analyst", "root")).containsAll(all);
        for (var who : ABOVE) {
            assertThat(cells(who, "root")).as(who).contains(SAFETY).doesNotContain(PRACTICE, VISION);
            assertThat(cells(who, "service")).as(who).containsAll(all);
        }
    }

    private List<String> cells(String who, String unit) {
        return read(who, "/organisation/heatmap")
                .at("/heatmap/rows")
                .valueStream()
                .filter(row -> row.path("unit").asString().equals(survey.id(unit)))
                .flatMap(row -> row.path("cells").valueStream())
                .map(cell -> cell.path("construct").asString())
                .toList();
    }

    @Test
    void what_groups_that_were_counted_together_say_of_leaders_is_shown_to_none_of_them() {
        var one = survey.team("a", 8);
        var other = survey.team("b", 8);
        counted("p", 3, one, other);

        assertThat(merged(one, SAFETY).path("n").asDouble()).isEqualTo(6);
        for (var construct : List.of(PRACTICE, VISION)) {
            assertThat(merged(one, construct).isMissingNode()).as(construct).isTrue();
        }
    }

    private JsonNode merged(String team, String construct) {
        var point = read("lead-" + team, "/teams/" + team + "/trends?construct=" + construct)
                .at("/trend/points/0");
        assertThat(point.at("/withheld/reason").asString()).as(construct).isEqualTo("merged");
        return point.at("/withheld/merged");
    }

    /** What three groups had and one reached a checkpoint after is the change of one group. */
    @Test
    void of_fewer_groups_than_three_the_direction_hears_that_it_cannot_be_told_yet() {
        var early = survey.team("early", 8);
        var compared = survey.team("compared", 8);
        var late = List.of(survey.team("late", 8), survey.team("later", 8));
        for (int pulse = 1; pulse <= 3; pulse++) {
            counted("p" + pulse, 6, early, compared, late.get(0), late.get(1));
        }
        server.clockTo(server.now().plus(Duration.ofDays(1)));
        var started = today();
        noted("early", "onboarding", early);
        late.forEach(team -> noted(team, "onboarding", team));
        for (int pulse = 4; pulse <= 9; pulse++) {
            counted("p" + pulse, 6, early, compared);
        }

        var numbers = effect("hr", started);
        assertThat(numbers.path("treated").valueStream().map(JsonNode::asString))
                .containsExactly(early);
        assertThat(numbers.has("effect")).as("the control").isTrue();
        var told = effect("direction", started);
        assertThat(told.path("treatedGroups").asInt()).isEqualTo(1);
        assertThat(told.path("awaitedGroups").asInt()).isEqualTo(2);
        assertThat(told.path("finding").asString()).isEqualTo("cannot-tell-yet");
        assertThat(List.of(told.has("effect"), told.has("p"), told.has("exact")))
                .containsOnly(false);
    }

    @Test
    void of_a_unit_of_two_groups_nobody_but_an_analyst_hears_how_many_took_part() {
        var both = survey.id("both");
        var one = survey.team("one", 8);
        var other = survey.team("other", 8);
        var alone = survey.team("alone", 8);
        survey.put("/groups/" + both, "{'teams':['%s','%s']}".formatted(one, other), 201);
        counted("p1", 6, both, alone);
        assertThat(takingPart("analyst")).containsExactly(2);
        for (var who : ABOVE) {
            assertThat(takingPart(who)).as(who).isEmpty();
        }

        counted("p2", 6, survey.team("third", 8));
        for (var who : ABOVE) {
            assertThat(takingPart(who)).as(who).containsExactly(3);
        }
    }

    /** How many groups the part of this unit has, where it is told. */
    private List<Integer> takingPart(String who) {
        return read(who, "/organisation/participation")
                .path("parts")
                .valueStream()
                .filter(part -> part.path("unit").asString("").equals(survey.id("service")))
                .map(part -> part.path("groups").asInt())
                .toList();
    }

    private JsonNode effect(String who, LocalDate started) {
        return read(who, "/organisation/effects")
                .path("effects")
                .valueStream()
                .filter(one -> one.path("form").asString().equals("onboarding")
                        && one.path("startedOn").asString().equals(started.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_tag_that_somebody_else_got_is_of_another_answer() {
        var tag = server.get("hr", "/api/v1/organisation/moved").header("ETag");

        assertThat(server.get("hr", "/api/v1/organisation/moved", "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
        assertThat(server.get("direction", "/api/v1/organisation/moved", "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }
}
