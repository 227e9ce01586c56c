package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The organisation from above: who sees how much of it, now and as of an earlier day. */
class OrganisationPageTest {
    private final Server server = Server.onH2();
    private final Survey survey = new Survey(server);

    private LocalDate today() {
        return LocalDate.parse(server.now().toString().substring(0, 10));
    }

    /** Three teams with a lead each and three counted pulses: the first of which anything can be said. */
    private List<String> counted(String... more) {
        List<String> teams = new ArrayList<>(List.of(survey.team("a", 8), survey.team("b", 8), survey.team("c", 8)));
        for (var name : more) {
            teams.add(survey.id(name));
        }
        for (var name : List.of("p1", "p2", "p3")) {
            var pulse = survey.opened(name, teams.toArray(String[]::new));
            teams.forEach(team -> survey.answer(pulse, survey.codes(pulse, team), 8));
            survey.close();
        }
        return teams;
    }

    @Test
    void who_sees_no_group_reads_none_and_who_sees_no_numbers_reads_none() {
        counted();
        var words = new Browser(server).as("hr").get("/organisation?lang=nl").body();
        assertThat(words)
                .contains("<h1>De organisatie</h1>")
                .contains(">Dienst</th>")
                .contains("<span class=\"word\">")
                .contains("3 groepen: 3 met 70 procent of meer.")
                .doesNotContain("groepen)")
                .doesNotContainPattern("[0-9],[0-9] \\([0-9]");
        var above = new Browser(server).as("direction").get("/organisation?lang=nl");
        assertThat(above.statusCode()).isEqualTo(200);
        assertThat(above.body())
                .contains(">Dienst</th>")
                .doesNotContain("Team a")
                .doesNotContain("Team b");
        assertThat(new Browser(server)
                        .as("analyst")
                        .get("/organisation?lang=nl")
                        .body())
                .containsPattern("[0-9],[0-9] \\([0-9],[0-9]–[0-9],[0-9]\\), 3 groepen");
    }

    @Test
    void an_interface_tells_the_direction_what_the_page_tells_and_no_group() {
        counted();
        assertThat(server.get("direction", "/api/v1/organisation/heatmap").json())
                .isEqualTo(server.get("hr", "/api/v1/organisation/heatmap").json());
        var moved = server.get("direction", "/api/v1/organisation/moved").json().get("lists");
        assertThat(moved.get(0).has("lines")).isFalse();
        assertThat(moved.get(0).has("tallies")).isTrue();
        assertThat(server.get("hr", "/api/v1/organisation/moved")
                        .json()
                        .get("lists")
                        .get(0)
                        .has("lines"))
                .isTrue();
        assertThat(server.get("direction", "/api/v1/organisation/effects").text())
                .doesNotContain("\"treated\"")
                .doesNotContain("\"interventions\"");
    }

    @Test
    void an_earlier_day_shows_what_was_known_then_and_today_is_no_earlier_day() {
        var before = today().minusDays(1);
        counted();
        server.clockTo(server.now().plus(Duration.ofDays(1)));
        var analyst = new Browser(server).as("analyst");
        assertThat(analyst.get("/organisation?lang=nl&asOf=" + today().minusDays(1))
                        .body())
                .contains("Je kijkt naar wat bekend was op")
                .contains(">Dienst</th>")
                .contains("hreflang=\"en\"")
                .contains("?lang=en&amp;asOf=" + today().minusDays(1));
        assertThat(analyst.get("/organisation?lang=nl&asOf=" + before).body()).doesNotContain("id=\"" + survey.id("a"));
        for (var day : List.of(today().toString(), "gisteren", "0000-01-01")) {
            var refused = analyst.get("/organisation?lang=nl&asOf=" + day);
            assertThat(refused.statusCode()).as(day).isEqualTo(400);
            assertThat(refused.body())
                    .contains("role=\"alert\">Kies een dag tot en met")
                    .contains("aria-describedby=\"past-wrong past-hint\"")
                    .doesNotContain("gisteren");
            if (!day.equals("gisteren")) {
                assertThat(refused.body()).contains("value=\"" + day + "\"");
            }
        }
    }

    @Test
    void the_line_of_the_organisation_is_told_to_analysts_alone() {
        counted();
        for (var who : List.of("hr", "direction")) {
            assertThat(new Browser(server).as(who).get("/organisation?lang=nl").body())
                    .as(who)
                    .doesNotContain("De lijn van de organisatie", "Mann-Kendall");
        }
        assertThat(new Browser(server)
                        .as("analyst")
                        .get("/organisation?lang=nl")
                        .body())
                .contains("De lijn van de organisatie, voor analisten", "Na, nooit door.", "/method?lang=nl")
                .containsPattern("uitkomsten; de laatste is [0-9],[0-9]{2}, over 3 groepen");
    }

    @Test
    void the_other_language_shows_the_same_day_and_the_same_effects() {
        counted();
        server.clockTo(server.now().plus(Duration.ofDays(1)));
        var analyst = new Browser(server).as("analyst");
        var day = today().minusDays(1);
        var other = "?lang=en&amp;asOf=" + day + "&amp;about=leader-role-modelling";
        assertThat(analyst.get("/organisation?lang=nl&about=leader-role-modelling&asOf=" + day)
                        .body())
                .contains(other);
        for (var asked : List.of("about=made-up&asOf=" + day, "about=made-up", "about=made-up&asOf=made-up")) {
            assertThat(analyst.get("/organisation?lang=nl&" + asked).body())
                    .as(asked)
                    .doesNotContain("made-up");
        }
    }

    @Test
    void a_heat_map_has_no_row_of_a_single_group() {
        survey.put(
                "/units/" + survey.id("island"), "{'name':'Eiland','parent':'%s'}".formatted(survey.id("root")), 201);
        survey.put(
                "/teams/" + survey.id("d"),
                "{'name':'Team d','unit':'%s','size':8,'leads':['lead-d']}".formatted(survey.id("island")),
                201);
        counted("d");
        for (var who : List.of("hr", "direction")) {
            var page = new Browser(server).as(who).get("/organisation?lang=nl").body();
            assertThat(map(page))
                    .as(who)
                    .contains(">Dienst</th>")
                    .doesNotContain("Eiland", survey.id("d"), "Team a", "Team b", "Team c", "Team d");
            assertThat(page).as("it says which units are left out").contains("Eiland");
        }
        assertThat(map(new Browser(server)
                        .as("analyst")
                        .get("/organisation?lang=nl")
                        .body()))
                .as("the control: there is something to be left out")
                .contains(">Eiland</th>");
    }

    private static String map(String page) {
        return page.substring(page.indexOf("<table"), page.indexOf("</table>"));
    }

    @Test
    void the_page_is_the_same_whoever_answered_a_pulse_that_is_open() {
        var teams = counted();
        server.clockTo(server.now().plus(Duration.ofDays(14)));
        var pulse = survey.opened("p4", teams.toArray(String[]::new));
        var before = seen();
        survey.answer(pulse, survey.codes(pulse, teams.getFirst()), 8);
        assertThat(seen()).isEqualTo(before);
        survey.close();
        assertThat(seen()).as("the control: the count is seen").isNotEqualTo(before);
    }

    private List<String> seen() {
        return List.of("hr", "direction", "analyst").stream()
                .map(who ->
                        new Browser(server).as(who).get("/organisation?lang=nl").body())
                .toList();
    }

    @Test
    void reading_records_nothing() {
        counted();
        var head = server.get("analyst", "/api/v1/history/summary").json().get("position");
        for (var who : List.of("hr", "direction", "analyst")) {
            var browser = new Browser(server).as(who);
            browser.get("/organisation?lang=nl&asOf=" + today().minusDays(1));
            browser.get("/organisation?lang=nl&about=voice-and-listening");
        }
        assertThat(server.get("analyst", "/api/v1/history/summary").json().get("position"))
                .isEqualTo(head);
    }

    @Test
    void nobody_else_gets_in() {
        for (var name : List.of("lead-nobody", "works-council", "operator")) {
            assertThat(new Browser(server).as(name).get("/organisation").statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(new Browser(server).get("/organisation").statusCode()).isEqualTo(302);
        assertThat(new Browser(server)
                        .as("direction")
                        .get("/dashboard")
                        .headers()
                        .firstValue("Location"))
                .contains("/organisation?lang=nl");
    }
}
