package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reorganisations, as HR fills them in: looked at, confirmed, put down for a day, and withdrawn. */
class HrReorganisationPageTest extends HrVisit {
    private static final String PATH = "/hr/organisation/changes";
    private static final String NL = PATH + "?lang=nl";

    /** The day by which the server tells what is still to come. */
    private LocalDate day() {
        return LocalDate.ofInstant(server.now(), ZoneOffset.UTC);
    }

    private Map<String, String> sheet(String kind, Map<String, String> typed) throws Exception {
        var sheet = new TreeMap<>(typed);
        sheet.put("_csrf", found(TOKEN, get(NL + "&kind=" + kind).body()));
        sheet.put("kind", kind);
        sheet.putIfAbsent("effectiveOn", day().toString());
        return sheet;
    }

    /** Looks, and confirms what was shown. */
    private HttpResponse<String> confirmed(HttpResponse<String> shown) throws Exception {
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        var hidden = hidden(shown.body());
        hidden.put("step", "confirm");
        return post(NL, hidden);
    }

    private JsonNode organisation() {
        return server.get("hr", "/api/v1/organisation").json();
    }

    private Map<String, String> split(String team, String one, String other) throws Exception {
        return sheet(
                "split",
                Map.of(
                        "team", team, "rows", "2", "name1", "Noord", "code1", one, "size1", "7", "name2", "Zuid",
                        "code2", other, "size2", "8"));
    }

    @Test
    void a_split_is_told_in_plain_words_and_made_once_when_it_is_confirmed() throws Exception {
        var whole = survey.team("whole", 14);
        signIn("hr");
        assertThat(get(NL).body()).contains("Een team splitsen", "kind=merge").doesNotContain("name=\"effectiveOn\"");
        assertThat(get(NL + "&kind=split").body())
                .contains("<option value=\"" + whole + "\">Team whole (14 mensen)</option>")
                .contains("?lang=en&amp;kind=split", "value=\"" + day() + "\"");
        var north = survey.id("north");
        var south = survey.id("south");
        var before = organisation();

        var shown = post(NL, split(whole, north, south));
        assertThat(shown.body())
                .contains("Team whole wordt gesplitst in Noord, Zuid, vanaf")
                .contains("Het gebeurt meteen als je het bevestigt.")
                .contains("De lijn van Team whole loopt door in Noord en Zuid.")
                .contains("Team whole houdt op te bestaan. De code " + whole)
                .contains("Nu zijn er 14 mensen in het team, straks samen 15.")
                .contains("Lees daarna een lijst van mensen in.");
        assertThat(organisation()).isEqualTo(before);
        assertThat(server.get("hr", "/api/v1/organisation/changes").text()).doesNotContain(whole);

        for (int times = 1; times <= 2; times++) {
            var done = confirmed(shown);
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            assertThat(done.headers().firstValue("Location").orElse("")).contains("said=change-made");
        }
        assertThat(organisation().toString()).contains("\"" + north + "\"", "\"" + south + "\"");
        assertThat(organisation().toString()).doesNotContain("\"" + whole + "\"");
        assertThat(server.get("hr", "/api/v1/organisation/changes").text().split("\"" + whole + "\"", -1))
                .hasSize(2);
        assertThat(get(NL + "&said=change-made").body())
                .contains("De wijziging is gemaakt.", "gesplitst in Noord, Zuid");
    }

    @Test
    void what_cannot_be_is_said_at_its_field_and_what_was_typed_stays() throws Exception {
        var whole = survey.team("whole", 14);
        var other = survey.team("other", 8);
        signIn("hr");
        var typed = split(whole, "met spatie", other);
        typed.put("effectiveOn", day().plusYears(2).toString());
        typed.put("size1", "veel");
        var wrong = post(NL, typed);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"code1-wrong\"", "id=\"code2-wrong\"", "id=\"size1-wrong\"", "id=\"effectiveOn-wrong\"")
                .contains("value=\"met spatie\"", "value=\"veel\"", "value=\"Noord\"")
                .contains("<option value=\"" + whole + "\" selected=\"selected\">")
                .contains("Deze code is al van een ander team.");
        assertThat(post(PATH + "?lang=en", typed).body()).contains("This code belongs to another team already.");

        var full = post(NL, sheet("close", Map.of("what", "team:" + whole)));
        assertThat(full.statusCode()).isEqualTo(422);
        assertThat(full.body()).contains("id=\"what-wrong\"", "In dit team staan nog mensen.");
        assertThat(post(NL, sheet("close", Map.of("what", "unit:" + survey.id("root"))))
                        .body())
                .contains("Onder deze eenheid hangen nog teams of eenheden.");
        var above = Map.of("what", "unit:" + survey.id("root"), "to", survey.id("service"));
        assertThat(post(NL, sheet("move", above)).body()).contains("id=\"to-wrong\"");
        for (var nothing : List.of("split", "merge", "move", "rename", "close")) {
            var empty = post(NL, sheet(nothing, Map.of()));
            assertThat(empty.statusCode()).as(nothing).isEqualTo(422);
            assertThat(empty.body()).doesNotContain("??", "{0}");
        }
        assertThat(post(NL, sheet("close", Map.of("what", "team:<b>"))).statusCode())
                .isEqualTo(422);
        assertThat(post(NL, sheet("rename", Map.of("what", "team:" + whole, "name", "n".repeat(300))))
                        .statusCode())
                .isIn(200, 422);

        var more = new TreeMap<>(split(whole, "a", "b"));
        more.put("step", "more");
        assertThat(post(NL, more).body())
                .contains("id=\"name3\"", "value=\"Noord\"")
                .doesNotContain("-wrong\"");
    }

    @Test
    void a_change_for_a_day_to_come_stands_in_the_list_and_is_withdrawn_there() throws Exception {
        var team = survey.team("named", 8);
        signIn("hr");
        var typed = Map.of(
                "what",
                "team:" + team,
                "name",
                "Anders",
                "effectiveOn",
                day().plusDays(30).toString());
        var shown = post(NL, sheet("rename", typed));
        assertThat(shown.body()).contains("Tot die dag blijft alles zoals het is", "Zet dit klaar");
        assertThat(confirmed(shown).headers().firstValue("Location").orElse("")).contains("said=change-planned");
        assertThat(organisation().toString()).contains("Team named").doesNotContain("Anders");
        var page = get(NL).body();
        assertThat(page).contains("Team named heet voortaan Anders", "komt nog");
        assertThat(get("/hr/organisation?lang=nl").body()).contains("href=\"/hr/organisation/changes?lang=nl\"");
        assertThat(get("/hr?lang=en").body()).contains("href=\"/hr/organisation/changes?lang=en#changes\"");
        var withdrawal = found(
                Pattern.compile("action=\"(/hr/organisation/changes/[^\"]+/withdrawal)[^\"]*\">\\s*<input[^>]+>\\s*"
                        + "<button[^>]+aria-label=\"Trek in: Team named heet voortaan Anders\""),
                page);
        assertThat(post(withdrawal + "?lang=nl", Map.of("_csrf", found(TOKEN, page)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(NL).body()).contains("ingetrokken").doesNotContain(withdrawal);
        assertThat(post(PATH + "/none-such/withdrawal", Map.of("_csrf", found(TOKEN, page)))
                        .statusCode())
                .isEqualTo(404);

        // the same again is another change, not the one that was taken back
        assertThat(confirmed(post(NL, sheet("rename", typed))).statusCode()).isEqualTo(303);
        server.clockTo(server.now().plus(Duration.ofDays(31)));
        assertThat(organisation().toString()).contains("Anders");
    }

    @Test
    void what_is_confirmed_is_what_was_shown() throws Exception {
        var one = survey.team("one", 8);
        var other = survey.team("two", 9);
        signIn("hr");
        var typed = sheet("merge", Map.of("name1", "Samen", "code1", survey.id("both")));
        var shown = merge(typed, one, other);
        assertThat(shown.body()).contains("lopen samen door in Samen (17 mensen)");
        var hidden = hidden(shown.body());
        hidden.remove("teams");
        hidden.put("step", "confirm");
        survey.put("/teams/" + one, "{'name':'Een','unit':'%s','size':11}".formatted(survey.id("service")), 200);
        var outdated = merge(hidden, one, other);
        assertThat(outdated.statusCode()).isEqualTo(409);
        assertThat(outdated.body()).contains("De organisatie is intussen veranderd.", "(20 mensen)");
        assertThat(organisation().toString()).contains("\"" + one + "\"");
        var again = hidden(outdated.body());
        again.remove("teams");
        again.put("step", "confirm");
        assertThat(merge(again, one, other).statusCode()).isEqualTo(303);
        assertThat(organisation().toString()).contains("\"" + survey.id("both") + "\"");
        assertThat(organisation().toString()).doesNotContain("\"" + one + "\"");
    }

    private HttpResponse<String> merge(Map<String, String> fields, String one, String other) throws Exception {
        var body = encoded(fields) + "&teams=" + one + "&teams=" + other;
        return postBody(NL, body);
    }

    @Test
    void reading_the_page_records_nothing() throws Exception {
        survey.team("a", 8);
        signIn("hr");
        var head = head();
        for (var kind : List.of("split", "merge", "move", "rename", "close", "none")) {
            assertThat(get(NL + "&kind=" + kind + "&step=confirm&said=change-made")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(head()).isEqualTo(head);
    }
}
