package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard as whoever answers in a team sees it, and the files that go with it. */
class OwnDashboardTest {
    private static final Pattern FILE = Pattern.compile("href=\"(/dashboard/[^\"]+\\.(csv|xlsx)[^\"]*)\"");

    private final Server server = Server.onH2();
    private final Survey survey = new Survey(server);
    private final String team = survey.team("a", 8);
    private final String neighbour = survey.team("b", 8);

    /** The list names no leads; they are said afterwards. */
    private void people() {
        survey.people(8, team, neighbour);
        for (var one : List.of(team, neighbour)) {
            survey.put(
                    "/teams/" + one,
                    "{'name':'Team %s','unit':'%s','size':8,'leads':['lead-%s']}"
                            .formatted(one.equals(team) ? "a" : "b", survey.id("service"), one),
                    200);
        }
    }

    private void counted(String name) {
        var pulse = survey.opened(name, team, neighbour);
        for (var one : List.of(team, neighbour)) {
            survey.answer(pulse, survey.codes(pulse, one), 8);
        }
        survey.close();
    }

    private static Set<String> files(String page) {
        var files = new TreeSet<String>();
        FILE.matcher(page).results().forEach(found -> files.add(found.group(1).replace("&amp;", "&")));
        return files;
    }

    @Test
    void somebody_of_the_team_sees_it_two_working_days_after_their_lead() {
        people();
        counted("p1");
        var member = new Browser(server).as(team + "-0");
        var lead = new Browser(server).as("lead-" + team);
        var path = "/dashboard/" + team + "?lang=nl";
        var csv = "/dashboard/" + team + "/psychological-safety.csv?lang=nl";
        assertThat(lead.get(path).body()).contains("Team a", "id=\"psychological-safety\"");
        var early = member.get(csv);
        assertThat(early.statusCode()).isEqualTo(200);
        assertThat(lines(early.body())).isEqualTo(1);
        assertThat(lines(lead.get(csv).body())).isEqualTo(2);

        server.clockTo(server.now().plus(Duration.ofDays(5)));
        var page = member.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("private");
        assertThat(page.body()).contains("Team a").doesNotContain("Team b", "??", "{0}", "/learning\"");
        assertThat(member.get(csv).body()).isEqualTo(lead.get(csv).body());
    }

    private static long lines(String csv) {
        return csv.lines().filter(line -> !line.isBlank()).count();
    }

    @Test
    void each_line_goes_along_as_csv_and_workbook_and_says_what_the_page_says() {
        people();
        counted("p1");
        counted("p2");
        counted("p3");
        server.clockTo(server.now().plus(Duration.ofDays(5)));
        var member = new Browser(server).as(team + "-0");
        var page = member.get("/dashboard/" + team + "?lang=nl").body();
        var files = files(page);
        assertThat(files).hasSizeGreaterThan(3);
        for (var file : files) {
            var reply = member.get(file);
            assertThat(reply.statusCode()).as(file).isEqualTo(200);
            assertThat(reply.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(reply.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment")
                    .contains(team);
        }
        var csv = member.get("/dashboard/" + team + "/psychological-safety.csv?lang=nl")
                .body();
        assertThat(lines(csv)).isEqualTo(4);
        var rest = "/api/v1/teams/" + team + "/trends.csv?construct=psychological-safety&locale=nl";
        assertThat(csv).isEqualTo(server.get("lead-" + team, rest).text());
    }

    @Test
    void whoever_answers_elsewhere_or_is_not_signed_in_gets_nothing() {
        people();
        counted("p1");
        server.clockTo(server.now().plus(Duration.ofDays(5)));
        for (var path : List.of(
                "/dashboard/" + team,
                "/dashboard/" + team + "/psychological-safety.csv",
                "/dashboard/" + team + "/psychological-safety.xlsx")) {
            for (var who :
                    List.of(neighbour + "-0", "lead-" + neighbour, "hr", "operator", "works-council", "direction")) {
                assertThat(new Browser(server).as(who).get(path).statusCode())
                        .as("%s %s", who, path)
                        .isEqualTo(403);
            }
            assertThat(new Browser(server).get(path).statusCode()).as(path).isIn(302, 401, 403);
        }
        assertThat(new Browser(server)
                        .as(team + "-0")
                        .get("/dashboard/" + team + "/none-such.csv")
                        .statusCode())
                .isEqualTo(403);
    }
}
