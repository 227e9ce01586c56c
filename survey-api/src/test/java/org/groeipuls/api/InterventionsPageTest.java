package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page on which leads record interventions, with sign-in, session and form token. */
class InterventionsPageTest extends PageVisit {

    @Test
    void what_a_lead_records_on_the_page_is_on_the_api_and_twice_sent_it_is_there_once() throws Exception {
        var team = survey.team("a", 8);
        var lead = "lead-" + team;
        signIn(lead);
        var page = "/teams/" + team + "/interventions";
        var form = get(page + "?lang=nl");
        var sheet = Map.of(
                "_csrf",
                found(TOKEN, form.body()),
                "id",
                found(ID, form.body()),
                "form",
                "intervisie",
                "leaderRole",
                "bringsOwnCase",
                "startedOn",
                "2026-03-02");

        for (int sent = 1; sent <= 2; sent++) {
            var reply = post(page + "?lang=nl", sheet);
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
            assertThat(reply.headers().firstValue("Location").orElse("")).endsWith(page + "?lang=nl&said=recorded");
        }
        var list = server.get(lead, "/api/v1" + page).json().get("interventions");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.at("/0/form").asString()).isEqualTo("intervisie");
        assertThat(list.at("/0/teams/0").asString()).isEqualTo(team);
        assertThat(get(page + "?lang=nl&said=recorded").body())
                .contains("Het is genoteerd.")
                .contains("Intervisie, vanaf 2 maart 2026. De leidinggevende bracht een eigen casus in.");

        var withdrawal = page + "/" + found(ID, form.body()) + "/withdrawal?lang=en";
        assertThat(post(withdrawal, Map.of("_csrf", found(TOKEN, form.body()))).statusCode())
                .isEqualTo(303);
        assertThat(get(page + "?lang=en&said=withdrawn").body())
                .contains("It has been withdrawn.")
                .contains("Nothing has been recorded yet.");
    }

    @Test
    void without_the_form_token_nothing_is_recorded() throws Exception {
        var team = survey.team("a", 8);
        signIn("lead-" + team);
        var page = "/teams/" + team + "/interventions";
        var sheet = Map.of("id", survey.id("x"), "form", "ritual", "leaderRole", "absent", "startedOn", "2026-03-02");

        assertThat(post(page, sheet).statusCode()).isEqualTo(403);
        assertThat(server.get("hr", "/api/v1" + page).json().get("interventions"))
                .isEmpty();
    }

    @Test
    void what_cannot_be_comes_back_with_what_was_typed() throws Exception {
        var team = survey.team("a", 8);
        var foreign = survey.team("b", 8);
        signIn("lead-" + team);
        var page = "/teams/" + team + "/interventions";
        var sheet = new TreeMap<>(Map.of(
                "_csrf",
                found(TOKEN, get(page).body()),
                "id",
                survey.id("x"),
                "form",
                "ritual",
                "leaderRole",
                "absent",
                "startedOn",
                "2026-03-02",
                "endedOn",
                "2026-03-01"));

        var wrong = post(page + "?lang=en", sheet);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("role=\"alert\">The last day lies before the first.")
                .contains("value=\"ritual\" required checked=\"checked\"")
                .contains("value=\"2026-03-01\"");
        assertThat(said(page, sheet, "endedOn", "yesterday")).contains("year-month-day");
        assertThat(said(page, sheet, "sessions", "-1")).contains("How often is a number");
        assertThat(said(page, sheet, "sessions", "many")).contains("How often is a number");
        assertThat(said(page, sheet, "sessions", "99999999999")).contains("How often is a number");
        assertThat(said(page, sheet, "startedOn", "0026-03-02")).contains("at most 92 days ahead");
        assertThat(said(page, sheet, "form", "<b>"))
                .contains("Choose which learning form")
                .doesNotContain("<b>");
        assertThat(said(page, sheet, "leaderRole", "")).contains("Choose what the manager did");
        assertThat(said(page, sheet, "teams", foreign)).contains("You do not manage one of the teams");
        assertThat(said(page, sheet, "teams", "\"><script>")).doesNotContain("<script>");
        assertThat(said(page, sheet, "id", "../..")).contains("Something went wrong");
        assertThat(server.get("hr", "/api/v1" + page).json().get("interventions"))
                .isEmpty();
    }

    @Test
    void hr_records_for_any_team_and_whoever_has_neither_role_for_none() throws Exception {
        var team = survey.team("a", 8);
        var page = "/teams/" + team + "/interventions";
        assertThat(get(page).uri().getPath()).as("whoever did not sign in").isEqualTo(page);
        assertThat(get(page).statusCode()).isEqualTo(302);
        signIn("hr");
        assertThat(get(page).statusCode()).isEqualTo(200);
        signIn("analyst");
        assertThat(get(page).statusCode()).isEqualTo(403);
        signIn("lead-" + survey.id("nobody"));
        assertThat(get(page).statusCode()).isEqualTo(403);
    }

    private String said(String page, Map<String, String> sheet, String field, String value) throws Exception {
        var other = new TreeMap<>(sheet);
        other.remove("endedOn");
        other.put(field, value);
        var reply = post(page + "?lang=en", other);
        assertThat(reply.statusCode()).as(field + " " + value).isEqualTo(422);
        return reply.body();
    }
}
