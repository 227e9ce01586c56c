package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.scoring.Line;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What whoever reorganises may rely on, whichever store stands behind it. */
abstract class ReorganisationContract {
    private static final String SAFETY = "psychological-safety";
    private static final List<String> LEADERS = List.of("leader-role-modelling", "vision");
    private static final double TAU2 = .1;

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    @Test
    void the_lines_of_the_parts_of_a_team_begin_from_the_line_of_the_team() {
        var whole = survey.team("whole", 14);
        counted("p1", whole);
        var before = trend(whole, SAFETY).get("points").get(0).get("shown");
        var parts = List.of(survey.id("north"), survey.id("south"));
        changed(split(whole, parts.get(0), 7, parts.get(1), 7));
        assertThat(server.get("analyst", "/api/v1/teams/" + whole + "/trends?construct=" + SAFETY)
                        .status())
                .isEqualTo(404);
        counted("p2", parts.toArray(String[]::new));

        for (var part : parts) {
            for (var construct : List.of(SAFETY, LEADERS.get(0), LEADERS.get(1))) {
                var trend = trend(part, construct);
                assertThat(trend.get("before")).as(construct).hasSize(1);
                assertThat(trend.at("/before/0/groups/" + whole).doubleValue()).isEqualTo(1);
                assertThat(trend.at("/before/0/points/0/pulse").asString()).isEqualTo(survey.id("p1"));
            }
            var trend = trend(part, SAFETY);
            assertThat(trend.at("/before/0/points/0/level").doubleValue())
                    .isEqualTo(before.get("level").doubleValue());
            var begun = new Line(before.get("level").doubleValue(), variance(before) + TAU2, 0);
            goesOn(begun, trend.get("points").get(0).get("shown"));
        }
    }

    /** Whoever leads a new group may not read what was said of another lead. */
    @Test
    void what_was_said_of_a_lead_does_not_go_along_to_another() {
        var whole = survey.team("led", 14);
        counted("p1", whole);
        var parts = List.of(survey.id("mine"), survey.id("theirs"));
        changed(split(whole, parts.get(0), 7, parts.get(1), 7));
        survey.put(
                "/teams/" + parts.get(1),
                "{'name':'Zuid','unit':'%s','size':7,'leads':['somebody-else']}".formatted(survey.id("service")),
                200);
        counted("p2", parts.toArray(String[]::new));

        for (var construct : LEADERS) {
            assertThat(trend(parts.get(0), construct).get("before"))
                    .as(construct)
                    .hasSize(1);
            assertThat(trend(parts.get(1), construct).get("before"))
                    .as(construct)
                    .isEmpty();
        }
        assertThat(trend(parts.get(1), SAFETY).get("before")).hasSize(1);
        assertThat(trend(parts.get(1), LEADERS.getFirst())
                        .at("/points/0/shown/level")
                        .doubleValue())
                .isCloseTo(
                        new Line(3.6, TAU2, 0)
                                .next(value(parts.get(1)), noise(parts.get(1)), 1, 0)
                                .m(),
                        within(1e-9));
    }

    @Test
    void teams_that_become_one_are_weighed_by_their_people() {
        var small = survey.team("small", 6);
        var large = survey.team("large", 18);
        counted("p1", small, large);
        var one = trend(small, SAFETY).get("points").get(0).get("shown");
        var other = trend(large, SAFETY).get("points").get(0).get("shown");
        var merged = survey.id("merged");
        var reply =
                changed("{'kind':'merge','effectiveOn':'%s','teams':['%s','%s'],'into':[{'team':'%s','name':'Samen'}]}"
                        .formatted(today(), small, large, merged));
        assertThat(reply.at("/change/into/size").asInt()).isEqualTo(24);
        counted("p2", merged);

        var trend = trend(merged, SAFETY);
        assertThat(trend.at("/before/0/groups/" + small).doubleValue()).isEqualTo(.25);
        double level =
                .25 * one.get("level").doubleValue() + .75 * other.get("level").doubleValue();
        double variance = variance(one) / 16 + variance(other) * 9 / 16;
        assertThat(trend.at("/before/0/points/0/level").doubleValue()).isCloseTo(level, within(1e-12));
        goesOn(new Line(level, variance + TAU2, 0), trend.get("points").get(0).get("shown"));
        assertThat(server.get("lead-" + large, "/api/v1/teams/" + merged + "/trends?construct=" + SAFETY)
                        .status())
                .as("its leads go along")
                .isEqualTo(200);
    }

    @Test
    void the_line_of_a_team_goes_on_under_another_name_and_in_another_unit() {
        var team = survey.team("named", 8);
        counted("p1", team);
        survey.put("/units/" + survey.id("other"), "{'name':'Elders','parent':'" + survey.id("root") + "'}", 201);
        changed("{'kind':'rename','effectiveOn':'%s','team':'%s','name':'Anders'}".formatted(today(), team));
        changed("{'kind':'move','effectiveOn':'%s','team':'%s','to':'%s'}"
                .formatted(today(), team, survey.id("other")));
        counted("p2", team);

        var trend = trend(team, SAFETY);
        assertThat(trend.get("before")).isEmpty();
        assertThat(trend.at("/points/1/line").asInt()).isEqualTo(1);
        assertThat(team(server.get("hr", "/api/v1/organisation").json(), team))
                .contains("\"Anders\"")
                .contains(survey.id("other"));
    }

    /** The same people in teams of other names are no other group. */
    @Test
    void teams_that_merge_within_their_group_keep_its_line() {
        var teams = List.of(survey.team("one", 5), survey.team("two", 5));
        var group = survey.id("pair");
        survey.put("/groups/" + group, "{'teams':['%s','%s']}".formatted(teams.get(0), teams.get(1)), 201);
        counted("p1", group);
        var merged = survey.id("both");
        var reply =
                changed("{'kind':'merge','effectiveOn':'%s','teams':['%s','%s'],'into':[{'team':'%s','name':'Samen'}]}"
                        .formatted(today(), teams.get(0), teams.get(1), merged));
        assertThat(reply.at("/groups/0/group").asString()).isEqualTo(group);
        assertThat(reply.at("/groups/0/after/0").asString()).isEqualTo(merged);
        counted("p2", group);

        assertThat(trend(merged, SAFETY).at("/points/1/line").asInt()).isEqualTo(1);
        assertThat(trend(merged, SAFETY).get("before")).isEmpty();
    }

    @Test
    void a_group_that_loses_a_team_begins_a_line_from_its_own() {
        var teams = List.of(survey.team("stays", 8), survey.team("goes", 8));
        var group = survey.id("group");
        survey.put("/groups/" + group, "{'teams':['%s','%s']}".formatted(teams.get(0), teams.get(1)), 201);
        counted("p1", group);
        survey.put("/groups/" + group, "{'teams':['%s']}".formatted(teams.get(0)), 200);
        counted("p2", group, teams.get(1));

        assertThat(trend(teams.get(0), SAFETY).at("/points/1/line").asInt()).isEqualTo(2);
        for (var team : teams) {
            assertThat(trend(team, SAFETY).at("/before/0/groups/" + group).doubleValue())
                    .as(team)
                    .isEqualTo(1);
        }
    }

    @Test
    void a_change_for_a_day_to_come_is_made_on_that_day_and_can_be_taken_back_before() {
        var team = survey.team("later", 8);
        var day = today().plusDays(5);
        var rename = "{'kind':'rename','effectiveOn':'%s','team':'%s','name':'%s'}";
        var planned = changed(rename.formatted(day, team, "Straks"));
        var other = changed(rename.formatted(day, team, "Nooit"));
        assertThat(planned.get("state").asString()).isEqualTo("planned");
        var id = other.get("id").asString();
        assertThat(server.ask("hr", "DELETE", "/api/v1/organisation/changes/" + id, null)
                        .status())
                .isEqualTo(204);

        assertThat(team(server.get("hr", "/api/v1/organisation").json(), team)).contains("Team later");
        server.clockTo(server.now().plus(Duration.ofDays(6)));
        assertThat(team(server.get("hr", "/api/v1/organisation").json(), team)).contains("Straks");
        assertThat(states()).contains(planned.get("id").asString() + " effective", id + " withdrawn");
        assertThat(server.ask(
                                "hr",
                                "DELETE",
                                "/api/v1/organisation/changes/"
                                        + planned.get("id").asString(),
                                null)
                        .code())
                .isEqualTo("reorganisation-done");
    }

    @Test
    void a_planned_change_that_cannot_be_made_any_more_stays_planned_and_says_why() {
        var team = survey.team("vanishing", 0);
        var planned = changed("{'kind':'rename','effectiveOn':'%s','team':'%s','name':'Straks'}"
                        .formatted(today().plusDays(5), team))
                .get("id")
                .asString();
        changed("{'kind':'close','effectiveOn':'%s','team':'%s'}".formatted(today(), team));

        server.clockTo(server.now().plus(Duration.ofDays(6)));

        var change = server.get("hr", "/api/v1/organisation/changes")
                .json()
                .get("changes")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(planned))
                .findFirst()
                .orElseThrow();
        assertThat(change.get("state").asString()).isEqualTo("planned");
        assertThat(change.path("problem").asString()).isEqualTo("team-unknown");
        assertThat(events(planned)).containsExactly("ReorganisationPlanned");
    }

    @Test
    void the_organisation_can_be_read_as_it_was_and_as_it_was_known() {
        var team = survey.team("history", 8);
        server.clockTo(server.now().plus(Duration.ofDays(20)));
        var recorded = today();
        changed("{'kind':'rename','effectiveOn':'%s','team':'%s','name':'Nieuw'}"
                .formatted(recorded.minusDays(5), team));
        server.clockTo(server.now().plus(Duration.ofDays(2)));

        assertThat(organisation(team, "on=" + recorded.minusDays(6))).contains("Team history");
        assertThat(organisation(team, "on=" + recorded.minusDays(4))).contains("Nieuw");
        assertThat(organisation(team, "on=" + recorded.minusDays(4) + "&asOf=" + recorded.minusDays(1)))
                .contains("Team history");
        assertThat(organisation(team, "asOf=" + recorded)).contains("Nieuw");
        assertThat(server.get("hr", "/api/v1/organisation?asOf=" + today()).status())
                .isEqualTo(400);
    }

    @Test
    void a_change_that_is_tried_changes_nothing_and_one_that_is_said_twice_is_made_once() {
        var teams = List.of(survey.team("x", 8), survey.team("y", 8));
        var merge =
                "{'id':'%s','kind':'merge','effectiveOn':'%s','teams':['%s','%s'],'into':[{'team':'%s','name':'Z'}]}"
                        .formatted(survey.id("m"), today(), teams.get(0), teams.get(1), survey.id("z"));
        var tried = survey.post("hr", "/organisation/changes?dryRun=true", merge);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().get("applied").asBoolean()).isFalse();
        assertThat(states()).noneMatch(state -> state.startsWith(survey.id("m")));
        assertThat(team(server.get("hr", "/api/v1/organisation").json(), teams.get(0)))
                .isNotEmpty();

        changed(merge);
        changed(merge);
        assertThat(events(survey.id("m"))).containsExactly("ReorganisationTookEffect");
        assertThat(survey.post(
                                "hr",
                                "/organisation/changes",
                                merge.replace("'Z'", "'Q'").replace(survey.id("z"), survey.id("q")))
                        .code())
                .isEqualTo("reorganisation-known");
    }

    @Test
    void under_the_id_of_a_change_that_holds_nothing_else_is_said_to_have_been_made() {
        var team = survey.team("named-once", 8);
        var rename = "{'id':'%s','kind':'rename','effectiveOn':'%s','team':'%s','name':'%s'}";
        changed(rename.formatted(survey.id("id"), today(), team, "Een"));
        changed(rename.formatted(survey.id("id"), today(), team, "Een"));

        for (var other : List.of(
                rename.formatted(survey.id("id"), today(), team, "Twee"),
                rename.formatted(survey.id("id"), today().minusDays(1), team, "Een"))) {
            for (var way : List.of("", "?dryRun=true")) {
                var refused = survey.post("hr", "/organisation/changes" + way, other);
                assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
                assertThat(refused.code()).isEqualTo("reorganisation-known");
            }
        }
        assertThat(team(server.get("hr", "/api/v1/organisation").json(), team)).contains("Een");
    }

    @Test
    void what_was_changed_and_changed_back_can_be_changed_once_more_on_the_same_day() {
        var team = survey.team("to-and-fro", 8);
        var rename = "{'kind':'rename','effectiveOn':'%s','team':'%s','name':'%s'}";
        var first = changed(rename.formatted(today(), team, "Heen"));
        assertThat(changed(rename.formatted(today(), team, "Heen")))
                .as("said twice")
                .isEqualTo(first);
        for (var name : List.of("Terug", "Heen", "Terug", "Heen")) {
            changed(rename.formatted(today(), team, name));
            assertThat(team(server.get("hr", "/api/v1/organisation").json(), team))
                    .contains(name);
        }
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        var team = survey.team("r", 8);
        var other = survey.team("s", 8);
        refused("{'kind':'swap','effectiveOn':'%s'}", "reorganisation-kind-unknown");
        refused("{'kind':'split','effectiveOn':'%s','team':'" + team + "'}", "reorganisation-incomplete");
        refused("{'kind':'close','effectiveOn':'%s'}", "reorganisation-incomplete");
        refused("{'kind':'close','effectiveOn':'%s','team':'" + team + "'}", "team-not-empty");
        refused("{'kind':'close','effectiveOn':'%s','unit':'" + survey.id("service") + "'}", "unit-not-empty");
        refused("{'kind':'rename','effectiveOn':'%s','team':'nobody','name':'N'}", "team-unknown");
        refused(
                "{'kind':'move','effectiveOn':'%s','unit':'" + survey.id("root") + "','to':'" + survey.id("service")
                        + "'}",
                "unit-above-itself");
        refused(split(team, other, 4, survey.id("new"), 4).replace(today().toString(), "%s"), "team-known");
        refused(split(team, team, 4, team, 4).replace(today().toString(), "%s"), "split-into-one");
        assertThat(survey.post(
                                "hr",
                                "/organisation/changes",
                                "{'kind':'rename','effectiveOn':'2001-01-01','team':'%s','name':'N'}".formatted(team))
                        .code())
                .isEqualTo("effective-on-too-far");
        var gone = survey.team("gone", 0);
        changed("{'kind':'close','effectiveOn':'%s','team':'%s'}".formatted(today(), gone));
        assertThat(server.ask(
                                "hr",
                                "PUT",
                                "/api/v1/teams/" + gone,
                                "{\"name\":\"G\",\"unit\":\"%s\",\"size\":8}".formatted(survey.id("service")))
                        .code())
                .isEqualTo("team-closed");
    }

    private void refused(String json, String code) {
        var reply = survey.post("hr", "/organisation/changes", json.formatted(today()));
        assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
    }

    private JsonNode changed(String json) {
        var reply = survey.post("hr", "/organisation/changes", json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private String split(String team, String one, int size, String other, int rest) {
        return ("{'kind':'split','effectiveOn':'%s','team':'%s','into':["
                        + "{'team':'%s','name':'Noord','size':%d},{'team':'%s','name':'Zuid','size':%d}]}")
                .formatted(today(), team, one, size, other, rest);
    }

    /** A counted pulse in which six of each group answered. */
    private void counted(String name, String... groups) {
        var pulse = survey.issue(name, "banded", groups);
        survey.open();
        for (var group : groups) {
            survey.answer(pulse, survey.codes(pulse, group), 6);
        }
        survey.close();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("counted");
    }

    private JsonNode trend(String team, String construct) {
        var reply = server.get("analyst", "/api/v1/teams/" + team + "/trends?construct=" + construct);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().get("trend");
    }

    private static double variance(JsonNode shown) {
        double half =
                (shown.at("/band/high").doubleValue() - shown.at("/band/low").doubleValue()) / 2;
        return Math.pow(half / 1.6448536269514722, 2);
    }

    /** Both know the value and its noise from the first point of a line that began from nothing. */
    private void goesOn(Line begun, JsonNode shown) {
        double variance = variance(shown);
        double noise = 1 / (1 / variance - 1 / begun.p());
        assertThat(shown.get("level").doubleValue())
                .isCloseTo(
                        begun.next(shown.get("value").doubleValue(), noise, 1, 0)
                                .m(),
                        within(1e-6));
        assertThat(noise).as("R of six people under banded").isBetween(.08, .3);
    }

    private double value(String team) {
        return trend(team, LEADERS.getFirst()).at("/points/0/shown/value").doubleValue();
    }

    private double noise(String team) {
        double variance = variance(trend(team, LEADERS.getFirst()).at("/points/0/shown"));
        return 1 / (1 / variance - 1 / TAU2);
    }

    private List<String> states() {
        List<String> states = new ArrayList<>();
        server.get("hr", "/api/v1/organisation/changes")
                .json()
                .get("changes")
                .forEach(change -> states.add(
                        change.get("id").asString() + " " + change.get("state").asString()));
        return states;
    }

    private String organisation(String team, String parameters) {
        var reply = server.get("hr", "/api/v1/organisation?" + parameters);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return team(reply.json(), team);
    }

    private static String team(JsonNode organisation, String team) {
        return organisation
                .get("teams")
                .valueStream()
                .filter(known -> known.get("team").asString().equals(team))
                .findFirst()
                .map(JsonNode::toString)
                .orElse("");
    }

    private List<String> events(String id) {
        return server.get("analyst", "/api/v1/history/events?limit=10000", "Accept", "application/x-ndjson")
                .text()
                .lines()
                .filter(line -> line.contains("\"aggregate\":\"reorganisation:" + id + "\""))
                .map(line -> line.replaceAll(".*\"type\":\"([A-Za-z]+)\".*", "$1"))
                .toList();
    }

    private LocalDate today() {
        return server.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
