package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A list of people on the page: shown, applied, undone, and refused. */
class HrPeoplePageTest extends HrVisit {
    private static final Pattern UNDO = Pattern.compile("action=\"(/hr/people/[0-9a-f]+/undo)");

    @Test
    void a_list_of_people_is_shown_first_and_applied_when_hr_says_so() throws Exception {
        var team = survey.team("a", 8);
        var other = survey.team("b", 8);
        survey.people(8, team, other);
        signIn("hr");
        var token = found(TOKEN, get("/hr/people?lang=nl").body());
        var list = new StringBuilder("persoon;naam;e-mail;taal;team;rol\r\n");
        for (int i = 1; i < 8; i++) {
            list.append("%1$s-%2$d;;%1$s-%2$d@city.example;nl;%1$s;medewerker\r\n".formatted(team, i));
            list.append("%1$s-%2$d;;%1$s-%2$d@city.example;nl;%1$s;medewerker\r\n".formatted(other, i));
        }
        list.append("%1$s-0;;%1$s-0@city.example;nl;%2$s;medewerker\r\n".formatted(other, team));
        list.append("nieuw;Noor <b>Nieuw</b>;noor@city.example;nl;%s;medewerker\r\n".formatted(team));

        var faulty = upload(token, list + "kapot;;geen-adres;nl;nergens;medewerker\r\n");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("regel 18, kolom e-mail", "regel 18, kolom team", "Dit team bestaat niet; maak het eerst")
                .contains("aria-describedby=\"file-hint file-wrong\"");

        var shown = upload(token, list.toString());
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Wie komt erbij (1)", "Noor &lt;b&gt;Nieuw", "Wie gaat weg (1)", "Wie wisselt van team (1)")
                .contains("van Team b naar Team a");
        assertThat(size(team)).isEqualTo(8);

        var confirm = found(Pattern.compile("action=\"(/hr/people/[0-9a-f]+/confirm)"), shown.body());
        var applied = post(confirm + "?lang=nl", Map.of("_csrf", token));
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(303);
        assertThat(size(team)).isEqualTo(9);
        var after = get(applied.headers().firstValue("Location").orElseThrow()).body();
        var undo = found(UNDO, after);
        var later = get("/hr/people?lang=nl").body();
        assertThat(found(UNDO, later)).isEqualTo(undo);
        assertThat(later)
                .contains(
                        "Er kwam 1 mens bij, 1 mens ging weg en 1 mens wisselde van team.",
                        "De laatste lijst is verwerkt op");
        assertThat(post(undo + "?lang=nl", Map.of("_csrf", token)).statusCode()).isEqualTo(303);
        assertThat(size(team)).isEqualTo(8);
        assertThat(get("/hr/people?lang=nl").body()).doesNotContain("/undo");

        // what was shown is not applied to another roster
        survey.people(7, team, other);
        assertThat(post(confirm + "?lang=nl", Map.of("_csrf", token)).statusCode())
                .isEqualTo(409);
        assertThat(upload(token, "").statusCode()).isEqualTo(422);
    }

    /** How many people a team has, as history knows it. */
    private int size(String team) {
        for (var known : server.get("hr", "/api/v1/organisation").json().get("teams")) {
            if (known.get("team").asString().equals(team)) {
                return known.get("size").asInt();
            }
        }
        throw new AssertionError("There is no team " + team);
    }

    @Test
    void a_long_list_is_counted_first_and_folded_and_nobody_is_left_out() throws Exception {
        var team = survey.team("a", 8);
        signIn("hr");
        var token = found(TOKEN, get("/hr/people?lang=nl").body());
        var list = new StringBuilder("persoon;naam;e-mail;taal;team;rol\r\n");
        for (int i = 0; i < 60; i++) {
            list.append("%1$s-%2$d;;%1$s-%2$d@city.example;nl;%1$s;medewerker\r\n".formatted(team, i));
        }
        var shown = upload(token, list.toString()).body();
        assertThat(shown).contains("href=\"#joins\">Wie komt erbij (60)</a>", "<summary>Nog 36</summary>");
        var open = shown.substring(shown.indexOf("id=\"joins\""), shown.indexOf("<summary>Nog 36"));
        assertThat(open.split("<li>", -1)).hasSize(24 + 1);
        for (int i = 0; i < 60; i++) {
            assertThat(shown).contains("<span>" + team + "-" + i + "</span>");
        }
        var faulty = new StringBuilder(list);
        for (int i = 0; i < 40; i++) {
            faulty.append("%s;;geen-adres;nl;%s;medewerker\r\n".formatted("x" + i, team));
        }
        assertThat(upload(token, faulty.toString()).body()).contains("<summary>Nog 16</summary>", "regel 101, kolom");
    }

    @Test
    void a_file_that_is_too_large_is_refused_on_the_page_with_what_to_do() throws Exception {
        survey.team("a", 8);
        signIn("hr");
        var token = found(TOKEN, get("/hr/people?lang=nl").body());
        for (int kilobytes : List.of(4_090, 4_105, 4_500, 9_000)) {
            var reply = upload(token, "x".repeat(kilobytes * 1024));
            if (kilobytes > 4_110) {
                assertThat(reply.statusCode()).as("%d KB", kilobytes).isEqualTo(303);
                var page = get(reply.headers().firstValue("Location").orElseThrow());
                assertThat(page.statusCode()).isEqualTo(413);
                assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
                assertThat(page.body())
                        .contains("id=\"file-wrong\"", "Dit bestand is te groot: hoogstens 4 MB.", "href=\"#file\"");
            } else {
                assertThat(reply.statusCode()).as("%d KB", kilobytes).isEqualTo(422);
                assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/html");
            }
        }
        assertThat(server.ask("hr", "POST", "/api/v1/people/imports", "x".repeat(5_000_000))
                        .status())
                .isEqualTo(413);
    }
}
