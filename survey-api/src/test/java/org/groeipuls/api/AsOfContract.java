package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.groeipuls.api.storage.Rebuild;
import org.junit.jupiter.api.Test;

/** What whoever asks for an earlier day may rely on, whichever store stands behind it. */
abstract class AsOfContract {
    private static final int DAYS = 9;

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    private LocalDate today() {
        return server.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void counted(String name, String team) {
        var pulse = survey.issue(name, "banded", team);
        survey.open();
        survey.answer(pulse, survey.codes(pulse, team), 7);
        survey.close();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("counted");
    }

    private Reply asOf(LocalDate day, String path) {
        return asOf("analyst", day, path);
    }

    private Reply asOf(String who, LocalDate day, String path) {
        return server.get(who, "/api/v1" + path + (path.contains("?") ? "&" : "?") + "asOf=" + day);
    }

    private List<String> pulses(Reply trend) {
        return trend.json()
                .at("/trend/points")
                .valueStream()
                .map(point -> point.get("pulse").asString())
                .toList();
    }

    @Test
    void a_day_that_is_over_gets_the_same_bytes_whatever_comes_later() {
        var team = survey.team("roads", 9);
        var trend = "/teams/" + team + "/trends?construct=psychological-safety";
        counted("p1", team);
        var live = server.get("analyst", "/api/v1" + trend).json();
        var first = today();
        counted("p2", team);

        var then = asOf(first, trend);

        assertThat(then.json()).isEqualTo(live);
        assertThat(pulses(then)).containsExactly(survey.id("p1"));
        counted("p3", team);
        server.bean(Rebuild.class).begin();
        var again = asOf(first, trend);
        assertThat(again.text()).isEqualTo(then.text());
        assertThat(again.header("ETag")).isNotEmpty().isEqualTo(then.header("ETag"));
        assertThat(pulses(server.get("analyst", "/api/v1" + trend))).hasSize(3);
        assertThat(server.get("analyst", "/api/v1" + trend + "&asOf=" + first, "If-None-Match", again.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void what_was_corrected_later_reads_as_it_was_known() {
        var team = survey.team("parks", 9);
        counted("q1", team);
        var path = "/teams/" + team + "/interventions/lab";
        var what = "{'form':'%s','startedOn':'%s','leaderRole':'participant','teams':['%s']}";
        survey.put(path, what.formatted("learning-lab", today(), team), 201);
        var before = today();
        server.clockTo(server.now().plus(Duration.ofDays(3)));
        survey.put(path, what.formatted("retrospective", before, team), 200);
        survey.put("/teams/" + team, "{'name':'Later','unit':'%s','size':9}".formatted(survey.id("service")), 200);
        server.clockTo(server.now().plus(Duration.ofDays(1)));

        assertThat(asOf("hr", before, path).text()).contains("learning-lab").doesNotContain("retrospective");
        assertThat(asOf("hr", today().minusDays(1), path).text()).contains("retrospective");
        assertThat(asOf("hr", before.minusDays(1), path).status()).isEqualTo(404);
        assertThat(asOf(before, "/teams/" + team + "/trends").text()).doesNotContain("Later");
    }

    /** Else whoever gets a team could read through an earlier day what was said in others, and of another lead. */
    @Test
    void of_a_day_on_which_the_team_stood_in_another_group_only_analysts_read() {
        var one = survey.team("one", 9);
        var two = survey.team("two", 9);
        survey.put("/groups/" + survey.id("both"), "{'teams':['%s','%s']}".formatted(one, two), 201);
        counted("g1", survey.id("both"));
        var together = today();
        server.clockTo(server.now().plus(Duration.ofDays(2)));
        var path = "/teams/" + one + "/trends";
        assertThat(asOf("lead-" + one, together, path).status()).isEqualTo(200);
        survey.put("/groups/" + survey.id("both"), "{'teams':['%s']}".formatted(two), 200);
        server.clockTo(server.now().plus(Duration.ofDays(2)));

        assertThat(asOf("lead-" + one, together, path).status()).isEqualTo(404);
        assertThat(asOf("lead-" + one, together, "/teams/" + one + "/results").status())
                .isEqualTo(404);
        assertThat(pulses(asOf(together, path))).containsExactly(survey.id("g1"));
    }

    @Test
    void what_could_be_asked_and_estimated_on_an_earlier_day_is_read_by_those_who_compute() {
        var before = today();
        server.clockTo(server.now().plus(Duration.ofDays(2)));
        var key = survey.id("own") + "@1";
        var whole = server.get("hr", "/api/v1/instruments/groeipuls@1").text();
        survey.put("/instruments/" + key, whole.replace("groeipuls@1", key), 201);
        server.clockTo(server.now().plus(Duration.ofDays(2)));

        assertThat(asOf(before, "/instruments").text()).contains("groeipuls@1").doesNotContain(key);
        assertThat(asOf(before, "/instruments/" + key).status()).isEqualTo(404);
        assertThat(asOf("hr", today().minusDays(1), "/instruments/" + key).json())
                .isEqualTo(server.get("hr", "/api/v1/instruments/" + key).json());
        assertThat(asOf("lead-" + survey.id("x"), before, "/instruments").status())
                .isEqualTo(400);
        assertThat(asOf(before, "/calibrations/new@1/proposal").code()).isEqualTo("calibration-too-little-history");
    }

    @Test
    void only_a_day_before_today_can_be_asked_for_and_only_where_a_view_is_read() {
        var team = survey.team("water", 9);
        var trend = "/api/v1/teams/" + team + "/trends?asOf=";
        assertThat(server.get("analyst", trend + today()).status()).isEqualTo(400);
        assertThat(server.get("analyst", trend + today().plusDays(1)).status()).isEqualTo(400);
        assertThat(server.get("analyst", trend + "yesterday").status()).isEqualTo(400);
        assertThat(server.get("analyst", trend + "2026-06-30&asOf=2026-06-29").status())
                .isEqualTo(400);
        assertThat(server.get("analyst", "/api/v1/history/events?asOf=2026-06-30")
                        .status())
                .isEqualTo(400);
        assertThat(server.get(null, trend + "2026-06-30").status()).isEqualTo(401);
        assertThat(server.get("hr", trend + "2026-06-30").status())
                .isEqualTo(server.get("hr", "/api/v1/teams/" + team + "/trends").status());
    }

    @Test
    void every_view_can_be_asked_for_more_days_than_are_kept() {
        var team = survey.team("green", 9);
        counted("r1", team);
        server.clockTo(server.now().plus(Duration.ofDays(DAYS + 1)));
        for (var path : List.of(
                "/teams/" + team + "/trends",
                "/teams/" + team + "/dashboard",
                "/teams/" + team + "/results",
                "/teams/" + team + "/trends/tests",
                "/organisation/line",
                "/organisation/interventions",
                "/organisation/heatmap",
                "/organisation/participation",
                "/organisation/moved",
                "/organisation/signals",
                "/organisation/goals",
                "/rules",
                "/calibrations",
                "/lexicons",
                "/references")) {
            assertThat(asOf(today().minusDays(1), path).status()).as(path).isEqualTo(200);
        }
        for (int back = 1; back <= DAYS; back++) {
            assertThat(pulses(asOf(today().minusDays(back), "/teams/" + team + "/trends")))
                    .containsExactly(survey.id("r1"));
        }
    }
}
