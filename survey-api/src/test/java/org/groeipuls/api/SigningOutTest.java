package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in and out, in the language somebody reads. */
class SigningOutTest extends PageVisit {
    private static String where(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void who_signs_out_is_told_so_and_how_to_answer_and_is_nobody_any_more() throws Exception {
        var lead = "lead-" + survey.team("a", 9);
        signIn(lead);
        var token = found(TOKEN, get("/?lang=en").body());

        var out = post("/logout?lang=en", Map.of("_csrf", token));

        assertThat(where(out)).endsWith("/signed-out?lang=en");
        var told = get("/signed-out?lang=en");
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(told.body()).contains("You are signed out", "Open the link in your invitation");
        assertThat(where(get("/inbox?lang=en"))).endsWith("/login?lang=en");
    }

    @Test
    void the_language_stays_through_signing_in_and_nothing_else_of_an_address_does() throws Exception {
        var lead = "lead-" + survey.team("b", 9);
        assertThat(where(get("/inbox?lang=en&said=zqxjwkv"))).endsWith("/login?lang=en");
        assertThat(where(get("/inbox?lang=zqxjwkv"))).endsWith("/login");
        var form = get("/login?lang=en").body();
        assertThat(form).contains("action=\"/login?lang=en\"");
        var sheet = Map.of("_csrf", found(TOKEN, form), "username", lead, "password", "wrong");

        assertThat(where(post("/login?lang=en", sheet))).endsWith("/login?error&lang=en");
        var again = with(
                with(sheet, "password", lead + "-demo"),
                "_csrf",
                found(TOKEN, get("/login?lang=en").body()));
        assertThat(where(post("/login?lang=en", again))).contains("/inbox").contains("lang=");
    }

    @Test
    void the_start_offers_teams_to_whom_they_can_be_shown_and_tells_nobody_else_that_something_is_missing()
            throws Exception {
        var team = survey.team("c", 9);
        var dashboard = "/dashboard/" + team + "?lang=nl";
        for (var who : List.of("lead-" + team, "analyst")) {
            signIn(who);
            assertThat(get("/?lang=nl").body()).as(who).contains(dashboard);
        }
        for (var who : List.of("hr", "works-council", "operator", "direction")) {
            signIn(who);
            assertThat(get("/?lang=nl").body())
                    .as(who)
                    .doesNotContain(dashboard)
                    .doesNotContain("Voor leidinggevenden")
                    .contains("Uitloggen");
        }
    }
}
