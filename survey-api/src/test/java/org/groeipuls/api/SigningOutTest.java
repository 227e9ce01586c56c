package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    void who_comes_to_sign_in_and_to_nothing_else_starts_in_the_language_of_the_form() throws Exception {
        var lead = "lead-" + survey.team("d", 9);
        for (var language : List.of("en", "nl")) {
            var form = "/login?lang=" + language;

            var start = where(post(form, filledIn(lead, get(form).body())));

            assertThat(start).endsWith("/?lang=" + language);
            assertThat(get("/?lang=" + language).body()).contains("<html lang=\"" + language + "\"");
        }
    }

    @Test
    void another_language_on_the_form_keeps_the_page_that_was_asked_for_and_changes_its_language() throws Exception {
        var lead = "lead-" + survey.team("e", 9);
        var asked = "/hr/organisation/changes?kind=split&lang=nl";
        for (var page : List.of("/inbox?lang=nl", "/inbox", asked)) {
            signOut();
            assertThat(where(get(page))).contains("/login");
            assertThat(get("/login?lang=nl").body()).contains("href=\"/login?lang=en\"");
            var next = where(
                    post("/login?lang=en", filledIn(lead, get("/login?lang=en").body())));

            assertThat(next).contains(page.replaceAll("[?&]lang=nl", "")).containsOnlyOnce("lang=en");
            assertThat(next).doesNotContain("lang=nl");
            if (!page.equals(asked)) {
                var there = get(next.substring(next.indexOf("/inbox")));
                assertThat(there.statusCode()).isEqualTo(200);
                assertThat(there.body()).contains("<html lang=\"en\"");
            }
        }
    }

    private void signOut() throws Exception {
        var page = get("/?lang=nl").body();
        if (page.contains("/logout")) {
            post("/logout", Map.of("_csrf", found(TOKEN, page)));
        }
    }

    private static Map<String, String> filledIn(String name, String form) {
        return Map.of("_csrf", found(TOKEN, form), "username", name, "password", name + "-demo");
    }

    @Test
    void an_employee_finds_the_own_group_at_the_start_and_no_other() throws Exception {
        var team = survey.team("f", 8);
        var neighbour = survey.team("g", 8);
        survey.people(8, team, neighbour);
        signIn(team + "-0");

        var start = get("/?lang=nl").body();

        assertThat(start)
                .contains("href=\"/dashboard/" + team + "?lang=nl\"", "href=\"/inbox?lang=nl\"")
                .contains("Uitkomsten van je groep")
                .doesNotContain(neighbour, "Voor leidinggevenden");
        assertThat(links(start, "/dashboard/"))
                .isEqualTo(links(get("/inbox?lang=nl").body(), "/dashboard/"));
        assertThat(get("/dashboard/" + team + "?lang=nl").statusCode()).isEqualTo(200);
        signIn("lead-" + team);
        assertThat(get("/?lang=nl").body()).doesNotContain("Uitkomsten van je groep");
    }

    private static List<String> links(String page, String to) {
        return Pattern.compile("href=\"(" + Pattern.quote(to) + "[^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
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
