package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What nobody reads who came to lead a group or to work in it after it was reorganised, whichever store stands behind it. */
abstract class OthersPastContract {
    private static final String SAFETY = "psychological-safety";
    private static final String LEADERS = "leader-role-modelling";

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    @Test
    void leads_of_a_group_that_took_a_team_in_read_nothing_from_before() {
        var first = survey.team("first", 8);
        var second = survey.team("second", 8);
        var comes = survey.team("comes", 8);
        var group = survey.id("group");
        group(group, 201, first, second);
        counted("p1", group);
        assertThat(pulses("lead-" + first, first, LEADERS)).hasSize(1);
        group(group, 200, first, second, comes);

        for (var team : List.of(comes, first)) {
            assertThat(pulses("lead-" + team, team, LEADERS)).as(team).isEmpty();
            assertThat(pulses("lead-" + team, team, SAFETY)).as(team).isEmpty();
            nothing("lead-" + team, team, survey.id("p1"));
        }
        assertThat(pulses("analyst", comes, LEADERS)).containsExactly(survey.id("p1"));

        counted("p2", group);
        var trend = trend("lead-" + comes, comes, LEADERS);
        assertThat(pulses(trend)).containsExactly(survey.id("p2"));
        assertThat(trend.get("before")).as("of the leads before").isEmpty();
        assertThat(pulses("lead-" + comes, comes, SAFETY)).containsExactly(survey.id("p2"));
        assertThat(pulses("analyst", comes, SAFETY)).containsExactly(survey.id("p1"), survey.id("p2"));
    }

    private void nothing(String who, String team, String pulse) {
        var path = "/api/v1/teams/" + team;
        assertThat(server.get(who, path + "/dashboard").json().get("trends")).isEmpty();
        var results = server.get(who, path + "/results").json();
        assertThat(results.has("firstReport")).isFalse();
        assertThat(results.get("signals")).isEmpty();
        for (var construct : List.of(SAFETY, LEADERS)) {
            assertThat(server.get(who, path + "/trends.csv?construct=" + construct)
                            .text()
                            .lines())
                    .as("the header")
                    .hasSize(1);
            assertThat(server.get(who, path + "/trends.metadata.json?construct=" + construct)
                            .json()
                            .get("instruments"))
                    .isEmpty();
        }
        var pages = new Browser(server).as(who);
        assertThat(pages.get("/dashboard/" + team + "/" + SAFETY + ".csv")
                        .body()
                        .lines()
                        .filter(line -> !line.isBlank()))
                .hasSize(1);
        assertThat(pages.get("/dashboard/" + team + "?lang=en").body())
                .contains(team)
                .doesNotContain(pulse);
    }

    @Test
    void people_of_a_team_that_came_in_read_nothing_from_before_either() {
        var first = survey.team("first", 8);
        var comes = survey.team("comes", 8);
        var group = survey.id("group");
        survey.people(8, first, comes);
        group(group, 201, first);
        counted("p1", group);
        server.clockTo(server.now().plus(Duration.ofDays(5)));
        assertThat(own(first)).contains(survey.id("p1"));
        group(group, 200, first, comes);

        assertThat(own(comes)).doesNotContain(survey.id("p1"));
        assertThat(own(first)).doesNotContain(survey.id("p1"));
    }

    private String own(String team) {
        return server.get(team + "-0", "/api/v1/inbox/results").text();
    }

    @Test
    void who_comes_along_into_a_team_that_keeps_its_code_reads_nothing_from_before() {
        var stays = survey.team("stays", 8);
        var goes = survey.team("goes", 8);
        counted("p1", stays, goes);
        server.clockTo(server.now().plus(Duration.ofDays(1)));
        var before = today().minusDays(1);
        changed("{'kind':'merge','effectiveOn':'%s','teams':['%s','%s'],'into':[{'team':'%s','name':'Samen'}]}"
                .formatted(today(), stays, goes, stays));

        assertThat(pulses("lead-" + goes, stays, LEADERS)).isEmpty();
        assertThat(server.get(
                                "lead-" + goes,
                                "/api/v1/teams/" + stays + "/trends?construct=" + LEADERS + "&asOf=" + before)
                        .text())
                .as("nor through an earlier day")
                .doesNotContain(survey.id("p1"));
        counted("p2", stays);
        assertThat(pulses("lead-" + goes, stays, LEADERS)).containsExactly(survey.id("p2"));
        assertThat(pulses("analyst", stays, LEADERS)).hasSize(2);
    }

    @Test
    void the_same_people_in_a_team_of_another_name_keep_their_past_and_other_leads_not_what_was_said_of_leads() {
        var teams = List.of(survey.team("one", 5), survey.team("two", 5));
        var group = survey.id("pair");
        group(group, 201, teams.get(0), teams.get(1));
        counted("p1", group);
        var both = survey.id("both");
        changed("{'kind':'merge','effectiveOn':'%s','teams':['%s','%s'],'into':[{'team':'%s','name':'Samen'}]}"
                .formatted(today(), teams.get(0), teams.get(1), both));
        assertThat(pulses("lead-" + teams.get(0), both, LEADERS)).hasSize(1);
        led(both, 10, "lead-new");

        assertThat(pulses("lead-new", both, SAFETY)).containsExactly(survey.id("p1"));
        assertThat(pulses("lead-new", both, LEADERS)).isEmpty();

        counted("p2", group);
        assertThat(pulses("lead-new", both, SAFETY)).hasSize(2);
        assertThat(trend("lead-new", both, SAFETY).at("/points/1/line").asInt()).isEqualTo(1);
        var trend = trend("lead-new", both, LEADERS);
        assertThat(pulses(trend)).containsExactly(survey.id("p2"));
        assertThat(trend.at("/points/0/line").asInt())
                .as("nor is what was said of others in the level of the line")
                .isEqualTo(2);
        assertThat(trend.get("before")).isEmpty();
    }

    /** Decided: who leads a team now reads its past. */
    @Test
    void who_succeeds_as_the_lead_of_a_team_reads_its_past() {
        var team = survey.team("led", 8);
        counted("p1", team);
        led(team, 8, "lead-next");

        assertThat(pulses("lead-next", team, LEADERS)).containsExactly(survey.id("p1"));
        counted("p2", team);
        assertThat(pulses("lead-next", team, LEADERS)).hasSize(2);
    }

    @Test
    void a_mirror_of_an_earlier_group_shows_who_leads_the_team_now_nothing_that_the_group_said() {
        var stays = survey.team("stays", 8);
        var goes = survey.team("goes", 8);
        var group = survey.id("group");
        group(group, 201, stays, goes);
        var pulse = survey.opened("p1", group);
        var mirror = "/api/v1/teams/" + goes + "/mirror/" + pulse;
        var answers = "{\"answers\":{\"LR1-self\":5,\"LR2-self\":5,\"LR3-self\":5}}";
        assertThat(server.ask("lead-" + stays, "PUT", mirror.replace(goes, stays), answers)
                        .status())
                .isEqualTo(201);
        survey.answer(pulse, survey.codes(pulse, group), 8);
        survey.close();
        server.ask("lead-" + stays, "POST", mirror.replace(goes, stays) + "/share", null);
        assertThat(server.get("lead-" + goes, mirror).json().at("/pairs/0").has("group"))
                .isTrue();
        assertThat(server.get("lead-" + goes, mirror + "/shared").json().get("mirrors"))
                .hasSize(1);

        group(group, 200, stays);
        led(goes, 8, "lead-new");
        var seen = server.get("lead-new", mirror).json();
        assertThat(seen.get("pairs")).isNotEmpty().noneMatch(pair -> pair.has("group") || pair.has("n"));
        assertThat(seen.has("gap")).isFalse();
        assertThat(server.get("lead-new", mirror + "/shared").json().get("mirrors"))
                .isEmpty();
    }

    private void led(String team, int size, String lead) {
        survey.put(
                "/teams/" + team,
                "{'name':'Team','unit':'%s','size':%d,'leads':['%s']}".formatted(survey.id("service"), size, lead),
                200);
    }

    private void group(String group, int status, String... teams) {
        survey.put("/groups/" + group, "{'teams':['" + String.join("','", teams) + "']}", status);
    }

    private void changed(String json) {
        var reply = survey.post("hr", "/organisation/changes", json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    private void counted(String name, String... groups) {
        var pulse = survey.opened(name, groups);
        for (var group : groups) {
            survey.answer(pulse, survey.codes(pulse, group), 6);
        }
        survey.close();
    }

    private JsonNode trend(String who, String team, String construct) {
        var reply = server.get(who, "/api/v1/teams/" + team + "/trends?construct=" + construct);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().get("trend");
    }

    private List<String> pulses(String who, String team, String construct) {
        return pulses(trend(who, team, construct));
    }

    private static List<String> pulses(JsonNode trend) {
        return trend.get("points")
                .valueStream()
                .map(point -> point.get("pulse").asString())
                .toList();
    }

    private LocalDate today() {
        return server.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
