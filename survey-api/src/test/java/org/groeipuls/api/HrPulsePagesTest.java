package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How HR issues a pulse, and what it sees and does while it is open. */
class HrPulsePagesTest extends HrVisit {
    @Test
    void a_pulse_is_refused_with_what_was_typed_shown_and_only_then_issued() throws Exception {
        var team = survey.team("a", 8);
        var code = survey.id("peiling");
        signIn("hr");
        var form = get("/hr/pulses/new?lang=nl").body();
        assertThat(form).contains("value=\"" + team + "\" checked=\"checked\"");

        var sheet = pulse(code, team);
        sheet.put("_csrf", found(TOKEN, form));
        sheet.put("closes", today().plusDays(2).toString());
        sheet.put("minimum", "3");
        var wrong = post("/hr/pulses/new?lang=nl", sheet);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "href=\"#minimum\"", "id=\"minimum-wrong\"", "aria-describedby=\"minimum-hint minimum-wrong\"")
                .contains("value=\"" + code + "\"", "value=\"besluit OR " + code + "\"");

        sheet.put("minimum", "5");
        assertThat(post("/hr/pulses/new?lang=nl", sheet).body())
                .contains("href=\"#closes\"", "De peiling sluit voordat zij opengaat");

        sheet.put("closes", today().plusDays(10).toString());
        var summary = post("/hr/pulses/new?lang=nl", sheet);
        assertThat(summary.statusCode()).as(summary.body()).isEqualTo(200);
        assertThat(server.get("hr", "/api/v1/pulses/" + code).status()).isEqualTo(404);

        var issuing = hidden(summary.body());
        assertThat(issuing).containsEntry("pulse", code).containsEntry("groups", team);
        issuing.put("step", "issue");
        for (int sent = 1; sent <= 2; sent++) {
            var issued = post("/hr/pulses/new?lang=nl", issuing);
            assertThat(issued.statusCode()).as(issued.body()).isEqualTo(303);
        }
        var page = get("/hr/pulses/" + code + "?lang=nl&said=issued").body();
        assertThat(page).contains("De peiling is uitgezet", "/pulses/" + code + "/cards", "besluit OR " + code);

        // whoever is asked reads the very sentences that HR was shown
        var answering = get("/answer/" + code + "/" + team + "?lang=nl").body();
        var sentences = Pattern.compile("<(?:p|li)(?: class=\"lead\")?>([^<]{20,})</")
                .matcher(summary.body()
                        .substring(
                                summary.body().indexOf("<blockquote"),
                                summary.body().indexOf("</blockquote")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(sentences)
                .hasSizeGreaterThan(15)
                .allSatisfy(sentence -> assertThat(answering).contains(sentence));

        sheet.put("step", "look");
        assertThat(post("/hr/pulses/new?lang=nl", sheet).body())
                .contains("href=\"#pulse\"", "Deze code is al van een andere peiling");
    }

    @Test
    void a_group_that_is_too_small_and_a_key_that_is_missing_are_said_before_anything_is_made() throws Exception {
        var small = survey.team("small", 5);
        var team = survey.team("a", 8);
        signIn("hr");
        var token = found(TOKEN, get("/hr/pulses/new").body());
        var sheet = pulse(survey.id("p"), small);
        sheet.put("_csrf", token);
        assertThat(post("/hr/pulses/new?lang=en", sheet).body())
                .contains("href=\"#groups\"", "One of the groups has fewer than 6 people");
        sheet.put("groups", team);
        sheet.put("layers", "2");
        assertThat(post("/hr/pulses/new?lang=en", sheet).body())
                .contains("groeipuls council key --pulse " + survey.id("p"))
                .doesNotContain("value=\"issue\"");
        sheet.put("step", "issue");
        var refused = post("/hr/pulses/new?lang=en", sheet);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#layers\"");
    }

    @Test
    void the_page_of_an_open_pulse_is_the_same_whoever_answered() throws Exception {
        var team = survey.team("a", 8);
        var neighbour = survey.team("b", 8);
        var pulse = survey.issue("p", "banded", team, neighbour);
        signIn("hr");
        server.clockTo(server.now().plus(Duration.ofDays(1)).plus(Duration.ofHours(1)));
        var codes = survey.codes(pulse, team);
        survey.open();
        var before = seen(pulse);
        survey.answer(pulse, codes, 5);
        assertThat(seen(pulse)).isEqualTo(before);
        assertThat(before.getFirst()).doesNotContain("deed samen");

        survey.close();
        var counted = get("/hr/pulses/" + pulse + "?lang=nl").body();
        assertThat(counted).contains("deed samen").doesNotContain("Verleng de peiling");
    }

    @Test
    void a_pulse_is_extended_once_and_stopped_with_a_reason_and_a_tick() throws Exception {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        signIn("hr");
        var path = "/hr/pulses/" + pulse;
        var token = found(TOKEN, get(path + "?lang=nl").body());
        var until = new TreeMap<>(
                Map.of("_csrf", token, "until", today().plusDays(20).toString(), "untilAt", "12:00"));
        assertThat(post(path + "/extend?lang=nl", until).statusCode()).isEqualTo(303);
        assertThat(get(path + "?lang=nl").body())
                .contains("De peiling duurt langer")
                .doesNotContain("/extend");
        until.put("until", today().plusDays(21).toString());
        var again = post(path + "/extend?lang=nl", until);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Deze peiling is al verlengd");

        var stop = new TreeMap<>(Map.of("_csrf", token, "reason", "Verkeerde groepen"));
        var unsure = post(path + "/cancel?lang=nl", stop);
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(unsure.body()).contains("value=\"Verkeerde groepen\"", "id=\"sure-wrong\"");
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("open");
        stop.put("sure", "yes");
        assertThat(post(path + "/cancel?lang=nl", stop).statusCode()).isEqualTo(303);
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("cancelled");
        assertThat(get(path + "?lang=nl").body()).contains("Verkeerde groepen").doesNotContain("/cancel");
    }

    /** All that HR sees while a pulse is open, without the tokens of its forms. */
    private List<String> seen(String pulse) throws Exception {
        List<String> seen = new ArrayList<>();
        for (var path : List.of(
                "/hr/pulses/" + pulse, "/hr", "/hr/pulses", "/hr/people", "/hr/organisation", "/hr/programmes")) {
            seen.add(quiet(path));
        }
        return seen;
    }
}
