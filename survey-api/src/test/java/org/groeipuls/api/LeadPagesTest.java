package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The pages on which leads say in two taps what took place, and look into the mirror; without any script. */
class LeadPagesTest extends PageVisit {

    @Test
    void two_taps_record_what_took_place_in_all_own_teams_and_twice_sent_it_is_there_once() throws Exception {
        var team = survey.team("a", 8);
        var lead = "lead-" + team;
        var other = survey.team("b", 8);
        survey.put(
                "/teams/" + other,
                "{'name':'B','unit':'%s','size':8,'leads':['%s']}".formatted(survey.id("service"), lead),
                200);
        signIn(lead);
        var page = "/teams/" + team + "/learning";
        var form = get(page + "?lang=nl&form=retrospective").body();
        assertThat(form).contains("value=\"" + other + "\" checked=\"checked\"");
        var today = LocalDate.ofInstant(server.now(), ZoneOffset.UTC).toString();
        var sheet = new TreeMap<>(Map.of("_csrf", found(TOKEN, form), "id", found(ID, form), "day", today));
        sheet.putAll(Map.of("form", "retrospective", "leaderRole", "participant", "teams", other));

        for (int sent = 1; sent <= 2; sent++) {
            var reply = post(page + "?lang=nl", sheet);
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        }
        var list = server.get(lead, "/api/v1/teams/" + team + "/interventions")
                .json()
                .get("interventions");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.at("/0/leaderRole").asString()).isEqualTo("participant");
        assertThat(list.at("/0/endedOn").asString()).isEqualTo(today);
        assertThat(list.at("/0/teams").size()).isEqualTo(2);
        assertThat(get(page + "?lang=nl&said=recorded").body()).contains("Het is genoteerd.", "Terugblik, op");

        sheet.put("day", "yesterday");
        assertThat(post(page + "?lang=en", sheet).body()).contains("year-month-day");
    }

    @Test
    void a_lead_answers_and_shares_on_the_page() throws Exception {
        var team = survey.team("a", 9);
        var lead = "lead-" + team;
        var pulse = survey.opened("p", team);
        var page = "/teams/" + team + "/mirror/" + pulse;
        signIn(lead);
        var token = found(TOKEN, get(page + "?lang=en").body());
        assertThat(post(page + "?lang=en", Map.of("_csrf", token, "LR1-self", "none"))
                        .body())
                .contains("Fill in at least one statement.");
        var given = Map.of("_csrf", token, "LR1-self", "5", "LR2-self", "5", "LR4-self", "9", "SV1-self", "none");
        assertThat(post(page + "?lang=en", given).statusCode()).isEqualTo(303);
        assertThat(server.get(lead, "/api/v1" + page).json().get("answers").toString())
                .isEqualTo("{\"LR1-self\":5,\"LR2-self\":5}");
        assertThat(get(page + "?lang=en&said=answered").body())
                .contains("Your answers are saved.", "5 (Four times or more)", "checked=\"checked\"");
        survey.answer(pulse, survey.codes(pulse, team), 9);
        survey.close();

        assertThat(get(page + "?lang=en").body())
                .contains("you 5.0, your group", "You cannot undo this.")
                .doesNotContain("type=\"radio\"");
        assertThat(post(page + "/share?lang=en", Map.of("_csrf", "wrong")).statusCode())
                .isEqualTo(403);
        assertThat(post(page + "/share?lang=en", Map.of("_csrf", token)).statusCode())
                .isEqualTo(303);
        assertThat(get(page + "?lang=en&said=shared").body())
                .contains("Your group can see this.")
                .doesNotContain("You cannot undo this.");
        for (var who : List.of("analyst", "hr")) {
            signIn(who);
            assertThat(get(page).statusCode()).isEqualTo(403);
        }
    }
}
