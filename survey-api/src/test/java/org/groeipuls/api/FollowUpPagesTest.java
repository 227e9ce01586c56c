package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The pages on which it is written down and read what was done with answers, with sign-in, session and form token. */
class FollowUpPagesTest extends PageVisit {
    private static final String AGREED = "Elke maandag een kwartier over wat er misging.";

    private static final String PHONE = "Bel 06-12345678";

    private String counted(String team, String neighbour) {
        survey.people(8, team, neighbour);
        for (var each : new String[] {team, neighbour}) {
            survey.put(
                    "/teams/" + each,
                    "{'name':'Team %s','unit':'%s','size':8,'leads':['lead-%1$s']}"
                            .formatted(each, survey.id("service")),
                    200);
        }
        var pulse = survey.opened("p", team, neighbour);
        survey.answer(pulse, survey.codes(pulse, team), 8);
        survey.close();
        return pulse;
    }

    @Test
    void what_a_lead_writes_down_is_read_by_the_team_and_by_strangers_only_counted() throws Exception {
        var team = survey.team("a", 8);
        var neighbour = survey.team("b", 8);
        var pulse = counted(team, neighbour);
        signIn("lead-" + team);
        var page = "/teams/" + team + "/actions";
        var form = get(page + "?lang=nl").body();
        var sheet = new TreeMap<>(Map.of(
                "_csrf",
                found(TOKEN, form),
                "id",
                found(ID, form),
                "pulse",
                pulse,
                "text",
                AGREED,
                "owner",
                "team",
                "due",
                server.now().toString().substring(0, 10),
                "state",
                "open"));
        for (int sent = 1; sent <= 2; sent++) {
            assertThat(post(page + "?lang=nl", sheet).statusCode()).isEqualTo(303);
        }
        assertThat(get(page + "?lang=nl&said=recorded").body())
                .contains("Het is opgeschreven.")
                .containsOnlyOnce(AGREED);
        sheet.put("text", "Bel 06-12345678");
        var wrong = post(page + "?lang=nl", sheet);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("role=\"alert\">Er staat een telefoonnummer in de tekst.");

        var dashboard = "/dashboard/" + team + "?lang=nl";
        assertThat(get(dashboard).body()).contains("Wat jullie afspraken").contains(AGREED);
        signIn("analyst");
        assertThat(get(dashboard).statusCode()).isEqualTo(200);
        assertThat(get(dashboard).body())
                .as("an analyst does not read it over REST either")
                .doesNotContain(AGREED);

        var answer = "/answer/" + pulse + "/" + team + "?lang=nl";
        signIn(team + "-0");
        assertThat(get("/inbox?lang=nl").body())
                .contains("Wat er met jullie antwoorden gebeurde")
                .contains(AGREED)
                .contains("Aan zet: Het team");
        assertThat(get(dashboard).body()).contains(AGREED);
        signIn(neighbour + "-0");
        assertThat(get("/inbox?lang=nl").body()).doesNotContain(AGREED);
        assertThat(get(page).statusCode()).isEqualTo(403);
        assertThat(get(answer).body()).doesNotContain(AGREED);
        signIn("lead-" + neighbour);
        assertThat(get(page).statusCode()).isEqualTo(403);
        assertThat(post(page, with(sheet, "text", AGREED)).statusCode()).isEqualTo(403);

        // the next pulse asks them again
        var next = survey.opened("q", team, neighbour);
        var asked = "/answer/" + next + "/" + team + "?lang=nl";
        assertThat(get(asked).body())
                .contains("maakte je groep één afspraak: 0 gedaan, 1 nog bezig, 0 vervallen")
                .doesNotContain(AGREED);
        signIn(team + "-0");
        assertThat(get(asked).body()).contains(AGREED);
        assertThat(get("/answer/" + next + "/" + neighbour + "?lang=nl").body()).doesNotContain(AGREED);
    }

    @Test
    void a_sentence_goes_up_is_bundled_and_answered_on_pages() throws Exception {
        var team = survey.team("a", 8);
        var neighbour = survey.team("b", 8);
        var pulse = counted(team, neighbour);
        signIn("lead-" + team);
        var page = "/teams/" + team + "/actions?lang=nl";
        var form = get(page).body();
        assertThat(form).contains("zien de zin in naam van Dienst");
        var ids = ID.matcher(form).results().map(found -> found.group(1)).toList();
        var sentence = "Geef ons tijd om te leren, " + survey.id("x") + ".";
        var sent = post(
                "/teams/" + team + "/development-points?lang=nl",
                Map.of("_csrf", found(TOKEN, form), "id", ids.get(1), "pulse", pulse, "text", sentence));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(get(page).body()).contains(sentence).contains("Er is nog geen antwoord");

        signIn("works-council");
        assertThat(get("/development?lang=nl").body()).doesNotContain(sentence);
        signIn("hr");
        var loose = get("/development?lang=nl").body();
        assertThat(loose).contains(sentence).doesNotContain("Team " + team);
        var refused = post(
                "/development/bundles?lang=nl",
                Map.of("_csrf", found(TOKEN, loose), "id", survey.id("no"), "theme", PHONE, "points", ids.get(1)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"" + survey.id("no") + "\"", "value=\"" + PHONE + "\"")
                .contains("name=\"points\" value=\"" + ids.get(1) + "\" checked=\"checked\"")
                .contains("href=\"#bundling\"", "<p class=\"note\">Er staat een telefoonnummer in de tekst.");
        var bundled = post(
                "/development/bundles?lang=nl",
                Map.of(
                        "_csrf", found(TOKEN, loose),
                        "id", survey.id("time"),
                        "theme", "Tijd",
                        "points", ids.get(1)));
        assertThat(bundled.statusCode()).as(bundled.body()).isEqualTo(303);
        signIn("direction");
        var waiting = get("/development?lang=nl").body();
        assertThat(waiting).contains("De directie antwoordt uiterlijk op");
        var unsaid = post(
                "/development/bundles/" + survey.id("time") + "/answer?lang=nl",
                Map.of("_csrf", found(TOKEN, waiting), "decision", "we-do-not", "because", PHONE));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body())
                .contains("value=\"we-do-not\" required checked=\"checked\"", ">" + PHONE + "</textarea>")
                .contains("href=\"#answering-" + survey.id("time"), "id=\"answering-" + survey.id("time"));
        var answer = post(
                "/development/bundles/" + survey.id("time") + "/answer?lang=nl",
                Map.of("_csrf", found(TOKEN, waiting), "decision", "we-do", "because", "Leren kost tijd."));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        signIn(neighbour + "-0");
        assertThat(get("/inbox?lang=nl").body())
                .contains("De directie: dit doen we.")
                .contains("Leren kost tijd.")
                .doesNotContain(sentence);
        assertThat(get("/development").statusCode()).isEqualTo(403);
    }

    @Test
    void a_goal_that_is_refused_stays_in_its_form_as_it_was_typed() throws Exception {
        signIn("direction");
        var form = get("/development?lang=nl").body();
        assertThat(form).doesNotContain("selected=\"selected\"");
        var typed = new TreeMap<>(Map.of(
                "_csrf", found(TOKEN, form),
                "id", survey.id("goal"),
                "name", "Fouten bespreken",
                "construct", "error-talk",
                "wanted", "hold",
                "level", "9",
                "from", "2030-01-01",
                "by", "2030-12-31"));
        var refused = post("/development/goals?lang=nl", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"" + survey.id("goal") + "\"", "value=\"Fouten bespreken\"", "value=\"9\"")
                .contains("value=\"error-talk\" selected=\"selected\"", "value=\"hold\" selected=\"selected\"")
                .contains("value=\"2030-01-01\"", "value=\"2030-12-31\"")
                .contains("<details id=\"aiming\" open=\"open\">", "<p class=\"note\">Een niveau is een getal");
    }
}
