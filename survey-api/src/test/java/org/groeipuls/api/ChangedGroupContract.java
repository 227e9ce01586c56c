package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.groeipuls.scoring.Line;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where the line of a group goes on that kept its id while its people changed, whichever store stands behind it. */
abstract class ChangedGroupContract {
    private static final String SAFETY = "psychological-safety";
    private static final String LEADERS = "leader-role-modelling";
    private static final double TAU2 = .1;

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    @Test
    void a_team_that_takes_another_one_in_begins_anew_from_both() {
        var stays = survey.team("stays", 6);
        var goes = survey.team("goes", 18);
        counted("p1", Map.of(stays, 0, goes, 2));
        var one = state(stays, SAFETY, 0);
        var other = state(goes, SAFETY, 0);
        merge(stays, goes);
        counted("p2", Map.of(stays, 1));

        for (var construct : List.of(SAFETY, LEADERS)) {
            assertThat(trend(stays, construct).at("/points/1/line").asInt())
                    .as(construct)
                    .isEqualTo(2);
        }
        begins(
                new Line(.25 * one.m() + .75 * other.m(), one.p() / 16 + other.p() * 9 / 16 + TAU2, 0),
                trend(stays, SAFETY).at("/points/1/shown"));
        assertThat(trend(stays, SAFETY).at("/before/0/groups/" + goes).doubleValue())
                .isEqualTo(.75);
        assertThat(trend(stays, LEADERS).get("before"))
                .as("two leads of what were two teams")
                .isEmpty();

        counted("p3", Map.of(stays, 1));
        assertThat(trend(stays, SAFETY).at("/points/2/line").asInt())
                .as("nothing changed since")
                .isEqualTo(2);
    }

    @Test
    void leads_of_both_teams_lead_the_one_that_kept_its_id() {
        var stays = survey.team("stays", 8);
        var goes = survey.team("goes", 8);
        merge(stays, goes);

        for (var lead : List.of(stays, goes)) {
            assertThat(server.get("lead-" + lead, "/api/v1/teams/" + stays + "/dashboard")
                            .status())
                    .as(lead)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_part_that_keeps_the_id_begins_where_the_whole_ended_as_the_others_do() {
        var whole = survey.team("whole", 16);
        var part = survey.id("part");
        counted("p1", Map.of(whole, 0));
        var before = state(whole, SAFETY, 0);
        changed(("{'kind':'split','effectiveOn':'%s','team':'%s','into':["
                        + "{'team':'%s','name':'Noord','size':8},{'team':'%s','name':'Zuid','size':8}]}")
                .formatted(today(), whole, whole, part));
        counted("p2", Map.of(whole, 1, part, 3));

        assertThat(trend(whole, SAFETY).at("/points/1/line").asInt()).isEqualTo(2);
        begins(new Line(before.m(), before.p() + TAU2, 0), trend(whole, SAFETY).at("/points/1/shown"));
        begins(new Line(before.m(), before.p() + TAU2, 0), trend(part, SAFETY).at("/points/0/shown"));
        assertThat(server.get("lead-" + whole, "/api/v1/teams/" + whole + "/dashboard")
                        .status())
                .as("who led it leads it")
                .isEqualTo(200);
    }

    /** In whichever order the groups of a pulse are computed: here the one that is left comes first. */
    @Test
    void a_group_that_takes_a_team_in_begins_from_what_its_people_were_before() {
        joined("a-group", "b-group");
    }

    /** And here it comes last. */
    @Test
    void it_begins_the_same_where_the_group_that_is_left_comes_later() {
        joined("y-group", "x-group");
    }

    /** A team goes from one group to another of as many people. */
    private void joined(String left, String taking) {
        var a = survey.id(left);
        var b = survey.id(taking);
        var stays = survey.team("stays", 8);
        var goes = survey.team("zgoes", 8);
        var takes = survey.team("takes", 8);
        group(a, 201, stays, goes);
        group(b, 201, takes);
        counted("p1", Map.of(a, 0, b, 2));
        var one = state(stays, SAFETY, 0);
        var other = state(takes, SAFETY, 0);
        assertThat(one.m()).isNotEqualTo(other.m());
        group(a, 200, stays);
        group(b, 200, takes, goes);
        counted("p2", Map.of(a, 4, b, 3));

        var trend = trend(goes, SAFETY);
        var begun = new Line((one.m() + other.m()) / 2, (one.p() + other.p()) / 4 + TAU2, 0);
        begins(begun, trend.at("/points/1/shown"));
        assertThat(trend.at("/before/0/points")).hasSize(1);
        assertThat(trend.at("/before/0/points/0/level").doubleValue())
                .as("the page draws what the line begins from")
                .isCloseTo(begun.m(), within(1e-12));
    }

    /** Its first own point may come long after the change; the group that was left goes on meanwhile. */
    @Test
    void a_line_that_gets_its_first_point_late_begins_from_before_the_change_too() {
        var a = survey.id("a-group");
        var b = survey.id("b-group");
        var stays = survey.team("stays", 8);
        var goes = survey.team("zgoes", 8);
        var takes = survey.team("takes", 8);
        var beside = survey.team("c-beside", 8);
        group(a, 201, stays, goes);
        group(b, 201, takes);
        counted("p1", Map.of(a, 0, b, 2, beside, 1));
        var one = state(stays, SAFETY, 0);
        var other = state(takes, SAFETY, 0);
        group(a, 200, stays);
        group(b, 200, takes, goes);
        var pulse = survey.issue("p2", "banded", a, b, beside);
        survey.open();
        answer(pulse, a, 4, 8);
        answer(pulse, b, 3, 4);
        answer(pulse, beside, 1, 6);
        survey.close();
        counted("p3", Map.of(a, 4, b, 3, beside, 1));

        var trend = trend(takes, SAFETY);
        assertThat(trend.at("/points/1/withheld/reason").asString()).isNotEmpty();
        begins(new Line((one.m() + other.m()) / 2, (one.p() + other.p()) / 4 + TAU2, 0), trend.at("/points/2/shown"));
        assertThat(trend.at("/before/0/points")).hasSize(1);
    }

    private void group(String group, int status, String... teams) {
        survey.put("/groups/" + group, "{'teams':['" + String.join("','", teams) + "']}", status);
    }

    private void merge(String into, String goes) {
        changed("{'kind':'merge','effectiveOn':'%s','teams':['%s','%s'],'into':[{'team':'%s','name':'Samen'}]}"
                .formatted(today(), into, goes, into));
    }

    private void changed(String json) {
        var reply = survey.post("hr", "/organisation/changes", json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    /** A counted pulse in which six of each group answered, each group from another number on. */
    private void counted(String name, Map<String, Integer> groups) {
        var pulse = survey.issue(name, "banded", groups.keySet().toArray(String[]::new));
        survey.open();
        groups.forEach((group, from) -> answer(pulse, group, from, 6));
        survey.close();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("counted");
    }

    private void answer(String pulse, String group, int from, int people) {
        var codes = survey.codes(pulse, group);
        for (int i = 0; i < people; i++) {
            // 1 to 5 in turn would give every group the same sums, so half of them say the same
            int number = from + i / 2;
            var reply = survey.send(
                    Survey.ballot(pulse, codes.get(i), 1, Survey.nonce(100 * from + i), Survey.answers(number)));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
    }

    private JsonNode trend(String team, String construct) {
        var reply = server.get("analyst", "/api/v1/teams/" + team + "/trends?construct=" + construct);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().get("trend");
    }

    /** Where the line of a team's group stood after a point. */
    private Line state(String team, String construct, int at) {
        var shown = trend(team, construct).get("points").get(at).get("shown");
        return new Line(shown.get("level").doubleValue(), variance(shown), 0);
    }

    private static double variance(JsonNode shown) {
        double half =
                (shown.at("/band/high").doubleValue() - shown.at("/band/low").doubleValue()) / 2;
        return Math.pow(half / 1.6448536269514722, 2);
    }

    /** The first point of a line: its noise follows from its variance, and then its level from where it began. */
    private static void begins(Line begun, JsonNode shown) {
        double noise = 1 / (1 / variance(shown) - 1 / begun.p());
        assertThat(noise).as("R of six people under banded").isBetween(.08, .3);
        assertThat(shown.get("level").doubleValue())
                .isCloseTo(
                        begun.next(shown.get("value").doubleValue(), noise, 1, 0)
                                .m(),
                        within(1e-6));
    }

    private LocalDate today() {
        return server.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
