package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of HR: who is let in, and the forms that people are asked. */
class HrPagesTest extends HrVisit {
    @Test
    void only_hr_is_let_in() throws Exception {
        var team = survey.team("a", 8);
        var paths = List.of(
                "/hr",
                "/hr/pulses",
                "/hr/pulses/new",
                "/hr/people",
                "/hr/people/template.csv",
                "/hr/organisation",
                "/hr/organisation/groups",
                "/hr/organisation/changes",
                "/hr/organisation/changes?kind=split",
                "/hr/instruments",
                "/hr/instruments/groeipuls@1",
                "/hr/programmes",
                "/hr/programmes/new");
        assertThat(get("/hr").headers().firstValue("Location").orElse("")).contains("/login");
        for (var who : List.of("lead-" + team, "analyst", "works-council", "direction", "operator")) {
            signIn(who);
            for (var path : paths) {
                assertThat(get(path).statusCode()).as(who + " " + path).isEqualTo(403);
            }
        }
        signIn("hr");
        for (var path : paths) {
            var page = get(path + (path.contains("?") ? "&" : "?") + "lang=nl");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(page.body())
                    .as(path)
                    .containsPattern("<h1>.*[A-Za-z].*</h1>|persoon;naam")
                    .doesNotContain("??", "{0}", "th:", "<script", "style=");
            var english = get(path + (path.contains("?") ? "&" : "?") + "lang=en");
            assertThat(english.statusCode()).as(path).isEqualTo(200);
            assertThat(english.body()).as(path).doesNotContain("??", "{0}", "th:");
        }
        assertThat(get("/dashboard").headers().firstValue("Location")).hasValue("/hr?lang=nl");
        assertThat(get("/?lang=nl").body()).contains("href=\"/hr?lang=nl\"");
        assertThat(get("/hr/pulses/none-such").statusCode()).isEqualTo(404);
        assertThat(get("/hr/programmes/none such").statusCode()).isIn(400, 404);
    }

    @Test
    void each_form_is_shown_in_both_languages_and_says_when_it_comes() throws Exception {
        signIn("hr");
        var page = get("/hr/instruments/groeipuls@1?lang=en").body();
        assertThat(page).contains("lang=\"nl\"", "lang=\"en\"", "Comes in pulse 2, 7 of the order");
        var instrument = server.get("hr", "/api/v1/instruments/groeipuls@1").json();
        instrument
                .get("items")
                .forEach(item -> assertThat(page)
                        .contains(
                                escaped(item.at("/text/nl").asString()),
                                escaped(item.at("/text/en").asString())));
    }

    /** A form that somebody else may not send is not sent for them by its address either. */
    @Test
    void nobody_else_does_what_hr_does() throws Exception {
        survey.team("a", 8);
        var posts = List.of(
                "/hr/pulses/new",
                "/hr/pulses/x/extend",
                "/hr/pulses/x/cancel",
                "/hr/people",
                "/hr/pulses/x/mails",
                "/hr/people/0/confirm",
                "/hr/people/0/undo",
                "/hr/people/mails/retry",
                "/hr/organisation/units",
                "/hr/organisation/teams",
                "/hr/organisation/groups",
                "/hr/organisation/groups/proposal",
                "/hr/organisation/groups/x/dissolution",
                "/hr/organisation/changes",
                "/hr/organisation/changes/x/withdrawal",
                "/hr/programmes");
        for (var who : List.of("analyst", "works-council", "direction", "operator")) {
            signIn(who);
            var token = found(TOKEN, get("/").body());
            for (var path : posts) {
                assertThat(post(path, Map.of("_csrf", token)).statusCode())
                        .as("%s %s", who, path)
                        .isEqualTo(403);
            }
        }
        signIn("hr");
        for (var path : posts) {
            assertThat(post(path, Map.of("_csrf", "made-up")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void looking_records_nothing() throws Exception {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        signIn("hr");
        long before = head();
        for (var path : List.of(
                "/hr",
                "/hr/pulses",
                "/hr/pulses/new?step=issue&pulse=" + survey.id("q") + "&groups=" + team,
                "/hr/pulses/" + pulse + "?said=cancelled&until=2030-01-01&reason=x&sure=yes",
                "/hr/people?import=0",
                "/hr/organisation?change=team:" + team,
                "/hr/organisation/groups",
                "/hr/instruments",
                "/hr/programmes/new")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (var path : List.of("/hr/pulses/" + pulse + "/cancel", "/hr/pulses/" + pulse + "/extend")) {
            assertThat(get(path).statusCode()).as(path).isGreaterThanOrEqualTo(400);
        }
        assertThat(head()).isEqualTo(before);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }
}
