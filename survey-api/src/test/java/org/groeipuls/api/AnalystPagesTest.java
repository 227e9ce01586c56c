package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages on which analysts compute the past anew, read history and prove it; without any script. */
class AnalystPagesTest extends PageVisit {
    private static Server own;

    AnalystPagesTest() {
        super(own);
    }

    /** One of its own: a page of groups is not to begin with those of other tests. */
    @BeforeAll
    static void start() {
        own = Server.alone();
    }

    @AfterAll
    static void stop() {
        own.context().close();
    }

    private String counted(String team, String name) {
        var pulse = survey.opened(name, team);
        survey.answer(pulse, survey.codes(pulse, team), 7);
        survey.close();
        return pulse;
    }

    /** Begins one and waits for the end of its events, as the page does. */
    private String begun(Map<String, String> sheet) throws Exception {
        var reply = post("/replays?lang=nl", with(sheet, "_csrf", token("/replays")));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        var place = reply.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
        assertThat(get(place + "/progress").body()).contains("event:progress").contains("\"state\":\"done\"");
        return place;
    }

    @Test
    void what_is_refused_is_said_at_its_field_and_what_was_typed_stays() throws Exception {
        signIn("analyst");
        var form = get("/replays?lang=nl").body();
        assertThat(form)
                .contains("Nu gelden de rekenregel local-level@1 en de constanten default@1")
                .contains("name=\"weight.PS1\" type=\"text\" inputmode=\"decimal\" maxlength=\"6\" value=\"1\"")
                .contains("name=\"alpha\" type=\"text\" inputmode=\"decimal\" maxlength=\"8\" value=\"0,05\"")
                .contains("Er is één vragenlijst, dus er valt niets te koppelen.");
        var sheet = new TreeMap<>(Map.of("_csrf", found(TOKEN, form), "weight.PS1", "zwaar", "turned", "LR2"));

        var unreadable = post("/replays?lang=nl", sheet);
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body())
                .contains("Een gewicht is een getal", "href=\"#weight.PS1\"")
                .contains("value=\"zwaar\" aria-describedby=\"item-PS1 wrong\" aria-invalid=\"true\"")
                .contains("value=\"LR2\" aria-describedby=\"item-LR2\" checked=\"checked\"");
        assertThat(post("/replays?lang=nl", with(sheet, "weight.PS1", "2")).body())
                .contains("Geef die een naam.", "href=\"#name\"");
        var outside = post("/replays?lang=en", with(with(sheet, "weight.PS1", "11"), "name", survey.id("x")));
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(outside.body()).contains("Weights are 0 or 0.1 to 10", "value=\"11\"");
        for (var wrong : Map.of("asOf", "2999-01-01", "calibration", "nobody@1", "alpha", "0", "kappa", "many")
                .entrySet()) {
            var typed = with(Map.of("_csrf", sheet.get("_csrf")), wrong.getKey(), wrong.getValue());
            if (!wrong.getKey().equals("asOf") && !wrong.getKey().equals("calibration")) {
                typed.putAll(Map.of("name", survey.id("y"), "calibration", "own", "ownName", survey.id("z")));
            }
            var reply = post("/replays?lang=en", typed);
            assertThat(reply.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(reply.body()).contains("role=\"alert\"");
        }
    }

    @Test
    void a_replay_is_begun_followed_compared_and_taken_along_on_pages() throws Exception {
        var team = survey.team("a", 9);
        counted(team, "p1");
        counted(team, "p2");
        signIn("analyst");

        var place = begun(Map.of("name", survey.id("thrice@1"), "weight.PS1", "3", "weight.PS2", "1"));

        var line = team + "/psychological-safety";
        var page = get(place + "?lang=nl&line=" + line).body();
        assertThat(page)
                .contains("Rekenregel " + survey.id("thrice@1") + " (1 gewicht, niets omgedraaid).")
                .contains("line=" + line + "#beside")
                .contains("Psychologische veiligheid: Team a")
                .contains("<g class=\"live\"><circle", "<g class=\"replayed\"><rect")
                .doesNotContain("??", "data-progress");
        var id = place.replace("/replays/", "");
        var rest = server.get("analyst", "/api/v1/replays/" + id + "/comparison");
        var point = rest.json().get("changed").get(0);
        assertThat(get(place + "/comparison.json").body()).isEqualTo(rest.text());
        assertThat(get(place + "/comparison.csv?lang=nl").body())
                .isEqualTo(server.get("analyst", "/api/v1/replays/" + id + "/comparison.csv?locale=nl")
                        .text());
        assertThat(point).isNotNull();
        var own = server.get("analyst", "/api/v1/replays/" + id + "/trends?group=" + team)
                .json()
                .at("/trend/points/0/shown/value")
                .asDouble();
        assertThat(page).contains(">" + "%.2f".formatted(own).replace('.', ',') + "</td>");
        assertThat(get("/replays?lang=en").body()).contains("Rule " + survey.id("thrice@1"));

        var gone = post(place + "/removal?lang=nl", Map.of("_csrf", token(place)));
        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(get(place).statusCode()).isEqualTo(403);
        assertThat(get("/replays/none-such").statusCode()).isEqualTo(403);
    }

    @Test
    void a_rule_holds_only_after_it_was_said_what_that_means_and_confirmed() throws Exception {
        signIn("analyst");
        var name = survey.id("adopted@1");
        var place = begun(Map.of("name", name, "weight.PS1", "2"));
        var ask = get(place + "/adoption?lang=nl").body();
        assertThat(ask).contains("begint dan een nieuwe lijn", "Je kunt dit niet terugdraaien", "name=\"sure\"");
        var sheet = new TreeMap<>(Map.of("_csrf", found(TOKEN, ask), "validFrom", "2997-03-01"));

        assertThat(post(place + "/adoption?lang=nl", sheet).body())
                .contains("Vink aan dat je het zeker weet.", "value=\"2997-03-01\"");
        sheet.put("sure", "yes");
        assertThat(post(place + "/adoption?lang=nl", with(sheet, "validFrom", "2020-01-01"))
                        .body())
                .contains("op zijn vroegst vanaf morgen", "value=\"2020-01-01\"");
        assertThat(server.get("analyst", "/api/v1/rules").text()).doesNotContain(name);
        assertThat(post(place + "/adoption?lang=nl", sheet).statusCode()).isEqualTo(303);
        assertThat(get(place + "?lang=nl&said=adopted").body())
                .contains("De rekenregel " + name + " geldt voor peilingen die sluiten op of na 1 maart 2997.");
        assertThat(post(place + "/adoption?lang=en", with(sheet, "validFrom", "2997-03-02"))
                        .body())
                .contains("Another rule holds under this name");

        var nothing = begun(Map.of());
        assertThat(get(nothing + "?lang=en").body()).contains("Nothing: the same figures again.", "Only a replay with");
        assertThat(post(nothing + "/adoption", sheet).statusCode()).isEqualTo(422);
    }

    @Test
    void history_is_read_in_words_and_taken_along_as_the_interface_gives_it() throws Exception {
        var team = survey.team("a", 9);
        counted(team, "p");
        for (int more = 0; more < 60; more++) {
            survey.put(
                    "/units/" + survey.id("u" + more), "{'name':'U','parent':'%s'}".formatted(survey.id("root")), 201);
        }
        signIn("analyst");
        assertThat(get("/?lang=nl").body()).contains("href=\"/replays?lang=nl\"", "href=\"/history?lang=nl\"");

        var released = get("/history?lang=nl&type=BlockReleased").body();
        assertThat(released)
                .contains("Van peiling " + survey.id("p") + " is blok " + team + " vrijgegeven: 7 antwoorden,")
                .contains("/history/schemas/BlockReleased/1", "&quot;pulse&quot;")
                .doesNotContain("PulseIssued 1", "{0}", "??");
        var first = get("/history?lang=en").body();
        assertThat(first).contains("id=\"at-1\"").doesNotContain("To the beginning");
        var next = Pattern.compile("href=\"(/history\\?lang=en&amp;type=&amp;after=([0-9]+))\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(get(next.group(1).replace("&amp;", "&")).body())
                .contains("id=\"at-" + (Long.parseLong(next.group(2)) + 1) + "\"", "To the beginning");
        for (var wrong : List.of("after=-1", "after=x", "type=None")) {
            assertThat(get("/history?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }

        long head = server.get("analyst", "/api/v1/history/summary")
                .json()
                .get("position")
                .asLong();
        assertThat(get("/history/events.ndjson").body())
                .isEqualTo(server.get("analyst", "/api/v1/history/events?limit=10000")
                        .text());
        assertThat(get("/history/events.csv?type=PulseClosed").body())
                .isEqualTo(server.get(
                                "analyst", "/api/v1/history/events?type=PulseClosed&limit=10000", "Accept", "text/csv")
                        .text());
        assertThat(get("/history/events.xlsx").statusCode()).isEqualTo(200);
        assertThat(get("/history/schemas/BlockReleased/1").body()).contains("\"BlockReleased, revision 1\"");
        var counts = server.get("analyst", "/api/v1/history/summary?through=" + head)
                .json()
                .get("types");
        var counted = get("/history/summary?lang=en").body();
        assertThat(counted).contains("<dd>" + head + "</dd>", "through=" + head + "\"");
        counts.forEach(type -> assertThat(counted)
                .containsPattern(">" + type.get("type").asString() + "</a>(?s:.){0,400}?<td class=\"number\">"
                        + type.get("events").asLong() + "</td>"));
        var summary = server.get("analyst", "/api/v1/history/summary?through=" + head)
                .json()
                .get("checksum")
                .asString();
        assertThat(get("/history/summary?lang=nl&through=" + head).body())
                .contains(summary, "?lang=en&amp;through=" + head);
        assertThat(counted).doesNotContain(summary);
        assertThat(get("/history/summary?through=" + (head + 1)).statusCode()).isEqualTo(400);
    }

    @Test
    void heads_are_signed_and_proofs_given_as_the_interface_gives_them() throws Exception {
        survey.team("a", 9);
        signIn("works-council");
        assertThat(get("/council?lang=en").body()).contains("href=\"/history/proofs?lang=en\"");
        var page = get("/history/proofs?lang=en").body();
        assertThat(page)
                .contains("Ask the analyst for all of history later")
                .contains("groeipuls verify --export history.ndjson")
                .doesNotContain("/history/events.ndjson");
        var signed = post("/history/proofs/heads?lang=en", Map.of("_csrf", found(TOKEN, page)));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
        assertThat(get("/history/proofs?lang=en&said=signed").body()).contains("History was signed as it is now.");
        survey.team("b", 9);
        signIn("analyst");
        post("/history/proofs/heads?lang=en", Map.of("_csrf", token("/history/proofs")));
        var heads = server.get("analyst", "/api/v1/history/heads").json().get("heads");
        long newer = heads.get(0).get("size").asLong();
        long older = heads.get(1).get("size").asLong();

        var included = get("/history/proofs?lang=en&position=3&size=" + newer).body();
        var rest = server.get("analyst", "/api/v1/history/proofs?leaf=2&size=" + newer)
                .json();
        assertThat(included)
                .contains(rest.get("hash").asString(), rest.get("root").asString());
        rest.get("path").forEach(hash -> assertThat(included).contains(hash.asString()));
        var goesOn =
                get("/history/proofs?lang=en&from=" + older + "&to=" + newer).body();
        var consistent = server.get("analyst", "/api/v1/history/proofs?from=" + older + "&to=" + newer)
                .json();
        consistent.get("path").forEach(hash -> assertThat(goesOn).contains(hash.asString()));
        assertThat(goesOn).contains("begins with that of", "groeipuls verify --export history.ndjson");
        for (var wrong : List.of("position=0&size=" + newer, "position=x&size=1", "from=" + newer + "&to=" + older)) {
            var reply = get("/history/proofs?lang=en&" + wrong);
            assertThat(reply.statusCode()).as(wrong).isEqualTo(422);
            assertThat(reply.body()).contains("role=\"alert\"");
        }
        assertThat(get("/history/proofs/heads.json").body())
                .isEqualTo(server.get("analyst", "/api/v1/history/heads")
                        .json()
                        .get("heads")
                        .toString());
        assertThat(get("/history/proofs/key.json").body())
                .isEqualTo(server.get("analyst", "/api/v1/history/heads/key").text());
    }

    @Test
    void the_other_language_keeps_what_was_filtered_by_and_nothing_made_up_is_repeated() throws Exception {
        var team = survey.team("a", 9);
        var other = survey.team("b", 9);
        var pulse = survey.opened("p", team, other);
        for (var one : List.of(team, other)) {
            survey.answer(pulse, survey.codes(pulse, one), 9);
        }
        survey.close();
        signIn("analyst");
        assertThat(get("/history?lang=nl&type=PulseIssued&after=2").body())
                .contains("?lang=en&amp;type=PulseIssued&amp;after=2\"");
        assertThat(get("/history?lang=nl").body()).contains("?lang=en\"");
        post("/history/proofs/heads?lang=en", Map.of("_csrf", token("/history/proofs")));
        var proofs = get("/history/proofs?lang=nl&position=3&size=9").body();
        assertThat(proofs).containsPattern("\\?lang=en(&amp;(position=3|size=9)){2}\"");
        var place = begun(Map.of("name", survey.id("kept@1"), "weight.PS1", "2"));
        var line = other + "/psychological-safety";
        assertThat(get(place + "?lang=nl&after=" + team + "&line=" + line).body())
                .contains("?lang=en&amp;after=" + team + "&amp;line=" + line + "\"");

        var made = "q7zjw4kx";
        for (var path : List.of(
                "/history?type=" + made,
                "/history?after=" + made,
                "/history?type=PulseIssued&after=1" + made,
                "/history/summary?through=" + made,
                "/history/proofs?position=" + made + "&size=" + made,
                "/history/proofs?from=" + made + "&to=" + made,
                place + "?after=" + made,
                place + "?line=" + made,
                place + "?line=" + team + "/" + made,
                "/organisation?asOf=" + made + "&about=" + made)) {
            var page = get(path + "&lang=nl&said=" + made);
            assertThat(page.statusCode()).as(path).isBetween(200, 499);
            assertThat(page.body()).as(path).doesNotContain(made);
        }
        post(place + "/removal?lang=nl", Map.of("_csrf", token(place)));
    }

    @Test
    void looking_records_nothing() throws Exception {
        survey.team("a", 9);
        signIn("analyst");
        var place = begun(Map.of());
        var head = head();
        for (var path : List.of(
                "/replays",
                place,
                place + "/adoption",
                place + "/comparison.json",
                "/history",
                "/history/summary",
                "/history/events.ndjson",
                "/history/proofs",
                "/history/proofs/heads.json",
                "/history/proofs/key.json")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        var heads = server.get("analyst", "/api/v1/history/heads").text();
        get("/history/proofs/heads");
        assertThat(server.get("analyst", "/api/v1/history/heads").text()).isEqualTo(heads);
        assertThat(head()).isEqualTo(head);
        post(place + "/removal?lang=nl", Map.of("_csrf", token(place)));
    }

    private long head() {
        return server.get("analyst", "/api/v1/history/summary")
                .json()
                .get("position")
                .asLong();
    }

    @Test
    void nobody_else_gets_in() throws Exception {
        var team = survey.team("a", 8);
        survey.people(8, team);
        survey.put(
                "/teams/" + team,
                "{'name':'A','unit':'%s','size':8,'leads':['lead-%s']}".formatted(survey.id("service"), team),
                200);
        var paths = List.of(
                "/replays",
                "/replays/x",
                "/replays/x/progress",
                "/replays/x/comparison.json",
                "/replays/x/comparison.csv",
                "/replays/x/adoption",
                "/history",
                "/history/summary",
                "/history/events.ndjson",
                "/history/events.csv",
                "/history/events.xlsx",
                "/history/schemas/BlockReleased/1",
                "/history/proofs",
                "/history/proofs/heads.json",
                "/history/proofs/key.json");
        for (var path : paths) {
            assertThat(get(path).body()).as(path).contains("name=\"password\"");
        }
        for (var who : List.of("hr", "lead-" + team, "operator", "direction", team + "-1", "works-council")) {
            signIn(who);
            for (var path : paths) {
                boolean may = who.equals("works-council") && path.startsWith("/history/proofs");
                assertThat(get(path).statusCode()).as("%s %s", who, path).isEqualTo(may ? 200 : 403);
            }
            var csrf = Map.of("_csrf", token("/"));
            for (var path : List.of("/replays", "/replays/x/cancel", "/replays/x/removal", "/replays/x/adoption")) {
                assertThat(post(path, csrf).statusCode()).as("%s %s", who, path).isEqualTo(403);
            }
            assertThat(get("/?lang=nl").body()).doesNotContain("href=\"/replays");
        }
    }

    private String token(String page) throws Exception {
        return found(TOKEN, get(page).body());
    }

    @Override
    HttpResponse<String> get(String path) throws Exception {
        var reply = super.get(path);
        return reply.statusCode() == 302
                ? super.get(reply.headers().firstValue("Location").orElseThrow())
                : reply;
    }
}
