package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What whoever runs the server sees and does, and what they do not see. */
class OperatorPageTest {
    private final Server server = Server.onH2();
    private final Survey survey = new Survey(server);

    private String condition() {
        var whole =
                (ObjectNode) server.get("operator", "/api/v1/operator/health").json();
        // these go on by themselves
        return whole.without(List.of("readers", "signed")).toString();
    }

    /** Without what goes on by itself: how far readers are, the token of the forms, and the clock. */
    private String page() {
        return new Browser(server)
                .as("operator")
                .get("/operator?lang=nl")
                .body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("(?s)<dt>(Overzichten|Webhooks|Handtekeningen)</dt>.*?</dd>", "");
    }

    @Test
    void looking_records_nothing_and_begins_nothing() {
        var head = server.get("analyst", "/api/v1/history/summary").json().get("position");
        var rebuilds = server.get("operator", "/api/v1/rebuilds").text();
        var operator = new Browser(server).as("operator");
        for (var said : List.of("rebuild", "retry", "clock", "none")) {
            assertThat(operator.get("/operator?said=" + said).statusCode()).isEqualTo(200);
        }
        for (var path : List.of("/operator/rebuilds", "/operator/clock?instant=2030-01-01T09:00")) {
            assertThat(operator.get(path).statusCode()).as(path).isGreaterThanOrEqualTo(400);
        }
        assertThat(server.get("analyst", "/api/v1/history/summary").json().get("position"))
                .isEqualTo(head);
        assertThat(server.get("operator", "/api/v1/rebuilds").text()).isEqualTo(rebuilds);
    }

    @Test
    void a_ballot_changes_nothing_that_an_operator_can_read() {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        var codes = survey.codes(pulse, team);
        var before = condition();
        var page = page();
        assertThat(before)
                .contains("\"components\"")
                .contains("\"state\":\"enough-room\"")
                .doesNotContain("bytes");
        survey.answer(pulse, codes, 8);
        assertThat(condition()).isEqualTo(before);
        assertThat(page()).isEqualTo(page).contains("<h1>De server</h1>");
        survey.close();
    }

    @Test
    void the_page_says_how_far_the_views_are_and_that_nothing_is_skipped() {
        var page = new Browser(server).as("operator").get("/operator?lang=nl").body();
        assertThat(page)
                .contains("<h1>De server</h1>")
                .contains("<dt>db</dt><dd>werkt</dd>")
                .contains("<dt>Overzichten</dt>")
                .contains("slaan nooit iets over")
                .contains("Maak de overzichten opnieuw")
                .contains("De klok staat op");
        for (var name : List.of("hr", "analyst", "direction", "works-council", "lead-nobody")) {
            assertThat(new Browser(server).as(name).get("/operator").statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(new Browser(server)
                        .as("operator")
                        .get("/dashboard")
                        .headers()
                        .firstValue("Location"))
                .contains("/operator?lang=nl");
    }

    @Test
    void views_that_were_spoilt_are_made_anew_as_a_job_and_the_page_says_so() {
        var jdbc = server.bean(JdbcClient.class);
        jdbc.sql("update organisation_unit set name = 'Spoilt' where unit = :unit")
                .param("unit", survey.id("root"))
                .update();
        var operator = new Browser(server).as("operator");
        assertThat(operator.post("/operator/rebuilds?lang=nl", operator.get("/operator"), Map.of())
                        .statusCode())
                .isEqualTo(303);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::newest, "done"::equals);

        assertThat(jdbc.sql("select name from organisation_unit where unit = :unit")
                        .param("unit", survey.id("root"))
                        .query(String.class)
                        .single())
                .isEqualTo("Gemeente");
        assertThat(operator.get("/operator?lang=nl").body()).containsPattern("(is|zijn) hersteld\\.");

        var asked = server.ask("operator", "POST", "/api/v1/rebuilds", null);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(server.get("operator", asked.header("Location"))
                        .json()
                        .get("state")
                        .asString())
                .isIn("waiting", "running", "done");
        assertThat(server.get("hr", asked.header("Location")).status()).isEqualTo(403);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::newest, "done"::equals);
    }

    private String newest() {
        return server.get("operator", "/api/v1/rebuilds")
                .json()
                .get("rebuilds")
                .get(0)
                .get("state")
                .asString();
    }

    @Test
    void a_rebuild_that_was_broken_off_between_two_steps_goes_on_and_reads_nothing_twice() {
        for (int more = 0; server.bean(HistoryStore.class).head() <= 250; more++) {
            survey.team("more-" + more, 9);
        }
        var rebuild = server.bean(Rebuild.class);
        List<Long> read = new ArrayList<>();
        assertThatThrownBy(() -> rebuild.begin(true, (done, total) -> {
                    read.add(done);
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        assertThat(server.bean(StreamingEventProcessor.class).isRunning()).isTrue();

        List<Long> totals = new ArrayList<>();
        assertThat(rebuild.begin(false, (done, total) -> {
                    read.add(done);
                    totals.add(total);
                }))
                .isEmpty();

        assertThat(totals).isNotEmpty().containsOnly(read.getLast());
        long stretch = Math.max(100, read.getLast() / 100);
        for (int step = 1; step < read.size(); step++) {
            assertThat(read.get(step) - read.get(step - 1)).isBetween(1L, stretch);
        }
        assertThat(read).hasSize((int) Math.ceilDiv(read.getLast(), stretch));
        assertThat(server.bean(StreamingEventProcessor.class).isRunning()).isTrue();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void a_demonstrations_clock_is_set_with_a_form_that_keeps_what_was_typed() {
        var operator = new Browser(server).as("operator");
        var page = operator.get("/operator?lang=nl");
        var wrong = operator.post("/operator/clock?lang=nl", page, Map.of("instant", "morgen"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("role=\"alert\">Vul een dag en een tijd in.")
                .contains("value=\"morgen\"");
        var later = LocalDateTime.ofInstant(server.now().plus(Duration.ofHours(2)), ZoneId.of("Europe/Amsterdam"))
                .withNano(0);
        assertThat(operator.post("/operator/clock?lang=nl", page, Map.of("instant", later.toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.now())
                .isAfter(later.atZone(ZoneId.of("Europe/Amsterdam")).toInstant().minusSeconds(1));
    }
}
