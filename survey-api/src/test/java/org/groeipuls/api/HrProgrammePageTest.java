package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A series of pulses, as HR fills it in. */
class HrProgrammePageTest extends HrVisit {
    private static final Pattern CODE = Pattern.compile("name=\"programme\" type=\"text\" value=\"([^\"]+)\"");

    @Test
    void a_programme_is_filled_in_changed_and_read_as_a_calendar() throws Exception {
        survey.team("a", 8);
        signIn("hr");
        var form = get("/hr/programmes/new?lang=nl").body();
        var id = survey.id("reeks");
        var sheet = pulse("", "");
        sheet.keySet().removeAll(List.of("form", "pulse", "groups", "opens", "closes", "closesAt", "step"));
        sheet.putAll(Map.of(
                "_csrf", found(TOKEN, form),
                "programme", id,
                "name", "Reeks",
                "instrument", "groeipuls@1",
                "every", "4",
                "startsOn", "2030-01-08",
                "workingDays", "8",
                "issueAhead", "7",
                "state", "active",
                "breaks", "gisteren"));
        var wrong = post("/hr/programmes?lang=nl", sheet);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#breaks\"", ">gisteren</textarea>", "value=\"Reeks\"");
        sheet.put("breaks", "2030-02-04 2030-02-08 Carnaval");
        var saved = post("/hr/programmes?lang=nl", sheet);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        var known = server.get("hr", "/api/v1/programmes/" + id).json();
        assertThat(known.at("/cadence/rule").asString()).isEqualTo("FREQ=WEEKLY;INTERVAL=4;BYDAY=TU");
        assertThat(known.at("/cadence/breaks/0/name").asString()).isEqualTo("Carnaval");
        assertThat(get("/hr/programmes?lang=nl").body()).contains("Reeks");
        assertThat(get("/hr/programmes/" + id + "?lang=nl").body()).contains("2030-02-04 2030-02-08 Carnaval");
        var calendar = get("/hr/programmes/" + id + "/calendar.ics?lang=nl");
        assertThat(calendar.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR");
        sheet.put("state", "ended");
        assertThat(post("/hr/programmes?lang=nl", sheet).statusCode()).isEqualTo(303);
        assertThat(get("/hr/programmes?lang=nl").body()).contains("Er komt geen peiling meer");
    }

    @Test
    void a_new_programme_has_a_code_of_its_own_and_takes_the_place_of_no_other() throws Exception {
        survey.team("a", 8);
        signIn("hr");
        var form = get("/hr/programmes/new?lang=nl").body();
        var code = found(CODE, form);
        var sheet = pulse("", "");
        sheet.keySet().removeAll(List.of("form", "pulse", "groups", "opens", "closes", "closesAt", "step"));
        sheet.putAll(hidden(form));
        sheet.putAll(Map.of(
                "programme", code,
                "name", "Eerste",
                "instrument", "groeipuls@1",
                "every", "4",
                "startsOn", "2030-01-08",
                "workingDays", "8",
                "issueAhead", "7",
                "state", "active"));
        var saved = post("/hr/programmes?lang=nl", sheet);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);

        sheet.put("name", "Tweede");
        var taken = post("/hr/programmes?lang=nl", sheet);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body())
                .contains("id=\"programme-wrong\"", "Er is al een programma met deze code", "value=\"Tweede\"")
                .contains("name=\"new\" value=\"yes\"");
        assertThat(server.get("hr", "/api/v1/programmes/" + code).json().path("name"))
                .hasToString("\"Eerste\"");
        assertThat(found(CODE, get("/hr/programmes/new?lang=nl").body())).isNotEqualTo(code);

        sheet.remove("new");
        sheet.put("state", "ended"); // or it would go on asking the teams of other tests
        assertThat(post("/hr/programmes?lang=nl", sheet).statusCode()).isEqualTo(303);
    }

    @Test
    void groups_order_and_reminders_are_chosen_kept_and_refused_at_their_fields() throws Exception {
        var team = survey.team("a", 8);
        var other = survey.team("b", 9);
        signIn("hr");
        var form = get("/hr/programmes/new?lang=nl").body();
        assertThat(form)
                .contains("name=\"asks\" value=\"all\" checked=\"checked\"")
                .contains("name=\"reminders\" value=\"usual\" checked=\"checked\"")
                .contains("name=\"groups\" value=\"" + other + "\"");
        var id = survey.id("eigen");
        var sheet = pulse("", team);
        sheet.keySet().removeAll(List.of("form", "pulse", "opens", "closes", "closesAt", "step"));
        sheet.putAll(Map.of(
                "_csrf", found(TOKEN, form),
                "programme", id,
                "name", "Eigen",
                "instrument", "groeipuls@1",
                "every", "4",
                "startsOn", "2030-01-08",
                "workingDays", "8",
                "issueAhead", "7",
                "state", "active",
                "asks", "some"));
        sheet.putAll(Map.of("cycle", "F1, F9", "yearly", "F1", "reminders", "own", "reminderDays", "soms"));
        var wrong = post("/hr/programmes?lang=nl", sheet);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"cycle-wrong\"", "value=\"F1, F9\"", "id=\"reminderDays-wrong\"", "value=\"soms\"")
                .contains("name=\"groups\" value=\"" + team + "\" checked=\"checked\"")
                .doesNotContain("name=\"groups\" value=\"" + other + "\" checked");
        sheet.put("cycle", "F1, F2");
        sheet.put("reminderDays", "3, 9");
        assertThat(post("/hr/programmes?lang=nl", sheet).body())
                .contains("id=\"reminderDays-wrong\"", "Een herinnering komt na het openen");
        sheet.put("reminderDays", "2, 5");
        var saved = post("/hr/programmes?lang=nl", sheet);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);

        var known = server.get("hr", "/api/v1/programmes/" + id).json();
        assertThat(known.get("groups").toString()).isEqualTo("[\"" + team + "\"]");
        assertThat(known.get("cycle").toString()).isEqualTo("[\"F1\",\"F2\"]");
        assertThat(known.get("yearly").asString()).isEqualTo("F1");
        assertThat(known.at("/mails/reminders").toString()).isEqualTo("[2,5]");
        assertThat(known.at("/mails/monthlyQuestion").asBoolean()).isFalse();
        assertThat(get("/hr/programmes/" + id + "?lang=en").body())
                .contains("value=\"F1, F2\"", "value=\"2, 5\"", "name=\"asks\" value=\"some\" checked=\"checked\"");

        sheet.remove("groups");
        assertThat(post("/hr/programmes?lang=nl", sheet).body()).contains("href=\"#groups\"");
        sheet.putAll(Map.of("asks", "all", "cycle", "", "yearly", "", "reminders", "none", "question", "yes"));
        assertThat(post("/hr/programmes?lang=nl", sheet).statusCode()).isEqualTo(303);
        var then = server.get("hr", "/api/v1/programmes/" + id).json();
        assertThat(then.path("groups").isArray()).isFalse();
        assertThat(then.get("cycle").size()).isGreaterThan(2);
        assertThat(then.at("/mails/reminders").toString()).isEqualTo("[]");
        assertThat(then.at("/mails/monthlyQuestion").asBoolean()).isTrue();
        sheet.put("reminders", "usual");
        assertThat(post("/hr/programmes?lang=nl", sheet).statusCode()).isEqualTo(303);
        assertThat(server.get("hr", "/api/v1/programmes/" + id)
                        .json()
                        .at("/mails")
                        .path("reminders")
                        .isArray())
                .isFalse();
        sheet.put("state", "ended"); // or it would go on asking the teams of other tests
        assertThat(post("/hr/programmes?lang=nl", sheet).statusCode()).isEqualTo(303);
    }
}
