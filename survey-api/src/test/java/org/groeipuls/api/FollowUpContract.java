package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is promised of actions, development points, bundles and goals, whichever store stands behind it. */
abstract class FollowUpContract {
    private static final String SENTENCE = "Elke maandag een kwartier over wat er misging.";
    private static final String CAME = "Het gebeurt, en we houden het erin.";

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    /** Two teams of eight with people and leads, and a counted pulse that asked both. */
    private record Scene(String water, String parks, String pulse) {
        String lead() {
            return "lead-" + water;
        }

        String member() {
            return water + "-0";
        }
    }

    private Scene scene() {
        var water = survey.team("water", 8);
        var parks = survey.team("parks", 8);
        survey.people(8, water, parks);
        // the list of people has no leads in it, so they are said again
        survey.put("/teams/" + water, team("water", water), 200);
        survey.put("/teams/" + parks, team("parks", parks), 200);
        var pulse = survey.opened("p", water, parks);
        survey.answer(pulse, survey.codes(pulse, water), 8);
        survey.answer(pulse, survey.codes(pulse, parks), 8);
        survey.close();
        return new Scene(water, parks, pulse);
    }

    private String team(String name, String team) {
        return "{'name':'Team %s','unit':'%s','size':8,'leads':['lead-%s']}"
                .formatted(name, survey.id("service"), team);
    }

    @Test
    void a_lead_records_what_was_agreed_and_what_came_of_it_and_its_people_read_it() {
        var scene = scene();
        var path = action(scene.water(), "start");

        assertThat(put(scene.lead(), path, body(scene, SENTENCE, "open", null)).status())
                .isEqualTo(201);
        assertThat(put(scene.lead(), path, body(scene, SENTENCE, "open", null)).status())
                .isEqualTo(200);
        assertThat(put(scene.lead(), path, body(scene, SENTENCE, "done", CAME)).status())
                .isEqualTo(200);
        assertThat(put(scene.lead(), path, body(scene, SENTENCE, "done", CAME)).status())
                .isEqualTo(200);

        assertThat(events("action:" + survey.id("start"))).containsExactly("ActionAgreed", "ActionConcluded");
        for (var reader : List.of(scene.lead(), scene.member())) {
            var read = server.get(reader, actions(scene.water())).json().at("/actions/0");
            assertThat(read.get("text").asString()).isEqualTo(SENTENCE);
            assertThat(read.get("owner").asString()).isEqualTo("team");
            assertThat(read.get("state").asString()).isEqualTo("done");
            assertThat(read.get("outcome").asString()).isEqualTo(CAME);
        }
        var happened = server.get(scene.member(), "/api/v1/inbox/happened").json();
        assertThat(happened.at("/actions/0/text").asString()).isEqualTo(SENTENCE);
        var other = server.get(scene.parks() + "-0", "/api/v1/inbox/happened").json();
        assertThat(other.get("actions")).isEmpty();
    }

    @Test
    void another_teams_lead_can_neither_read_nor_write_and_a_member_cannot_write_and_others_see_nothing() {
        var scene = scene();
        var path = action(scene.water(), "start");
        put(scene.lead(), path, body(scene, SENTENCE, "open", null));
        var stranger = "lead-" + scene.parks();
        var open = body(scene, "Iets anders.", "open", null);

        assertThat(put(stranger, path, open).status()).isEqualTo(404);
        assertThat(put(stranger, action(scene.parks(), "start"), open).status()).isEqualTo(409);
        assertThat(server.get(stranger, path).status()).isEqualTo(404);
        assertThat(server.get(stranger, actions(scene.water())).status()).isEqualTo(404);
        assertThat(server.ask(stranger, "DELETE", path + "/wording", null).status())
                .isEqualTo(404);
        assertThat(put(scene.member(), path, open).status()).isEqualTo(403);
        assertThat(server.ask(scene.member(), "DELETE", path + "/wording", null).status())
                .isEqualTo(403);
        var neighbour = scene.parks() + "-0";
        assertThat(server.get(neighbour, path).status()).isEqualTo(404);
        assertThat(server.get(neighbour, actions(scene.water())).status()).isEqualTo(404);
        for (var office : List.of("hr", "analyst", "works-council", "direction", "operator")) {
            assertThat(server.get(office, actions(scene.water())).status())
                    .as(office)
                    .isEqualTo(403);
        }
        assertThat(server.get(scene.lead(), path).json().get("text").asString()).isEqualTo(SENTENCE);
    }

    @Test
    void history_holds_no_text_and_what_was_corrected_or_erased_is_nowhere_any_more() {
        var scene = scene();
        var path = action(scene.water(), "start");
        var first = "Jansen zoekt uit waarom het misging " + survey.id("x") + ".";
        put(scene.lead(), path, body(scene, first, "open", null));
        put(scene.lead(), path, body(scene, SENTENCE, "done", CAME));
        assertThat(kept()).contains(SENTENCE, CAME).doesNotContain(first);
        assertThat(history()).doesNotContain("Jansen", SENTENCE, CAME);
        var tag = server.get(scene.lead(), path).header("ETag");
        assertThat(server.get(scene.lead(), path, "If-None-Match", tag).status())
                .isEqualTo(304);

        // HR erases without having read it
        assertThat(server.ask("hr", "DELETE", path + "/wording", null).status()).isEqualTo(204);
        assertThat(server.ask("hr", "DELETE", path + "/wording", null).status()).isEqualTo(204);

        assertThat(kept()).doesNotContain(SENTENCE, CAME);
        var read = server.get(scene.lead(), path, "If-None-Match", tag);
        assertThat(read.status())
                .as("an old tag does not keep an erased text alive")
                .isEqualTo(200);
        assertThat(read.json().get("text").asString()).isEqualTo("[removed]");
        assertThat(read.json().get("outcome").asString()).isEqualTo("[removed]");
        assertThat(events("action:" + survey.id("start")))
                .containsExactly("ActionAgreed", "ActionCorrected", "ActionConcluded", "ActionWordsRemoved");
        var before = server.get(scene.lead(), actions(scene.water())).text();
        rebuild();
        assertThat(server.get(scene.lead(), actions(scene.water())).text()).isEqualTo(before);

        put(scene.lead(), path, body(scene, "Opnieuw gezegd.", "done", CAME));
        assertThat(server.get(scene.lead(), path).json().get("text").asString()).isEqualTo("Opnieuw gezegd.");
    }

    @Test
    void what_points_at_a_person_is_refused_and_so_is_a_pulse_that_did_not_ask_the_team() {
        var scene = scene();
        var path = action(scene.water(), "start");
        refused(put(scene.lead(), path, body(scene, "Mail p.jansen@stad.example", "open", null)), "wording-holds-mail");
        refused(put(scene.lead(), path, body(scene, "Bel 06-12345678", "open", null)), "wording-holds-phone");
        refused(put(scene.lead(), path, body(scene, "Nummer 111222333", "open", null)), "wording-holds-number");
        refused(put(scene.lead(), path, body(scene, SENTENCE, "dropped", null)), "action-outcome-missing");
        var elsewhere = body(scene, SENTENCE, "open", null).replace(scene.pulse(), "none");
        refused(put(scene.lead(), path, elsewhere), "followup-pulse-unknown");
        assertThat(kept()).doesNotContain("jansen", "111222333");
        assertThat(server.get(scene.lead(), path).status()).isEqualTo(404);
    }

    @Test
    void of_a_groups_sentence_hr_and_direction_see_the_unit_and_neither_group_nor_pulse() {
        var scene = scene();
        var id = UUID.randomUUID().toString();
        var said = point(scene, scene.water(), SENTENCE);

        assertThat(put(scene.lead(), "/api/v1/development-points/" + id, said).status())
                .isEqualTo(201);
        assertThat(put(scene.lead(), "/api/v1/development-points/" + id, said).status())
                .isEqualTo(200);

        for (var reader : List.of("hr", "direction")) {
            var seen = server.get(reader, "/api/v1/development-points");
            var one = StreamSupport.stream(seen.json().get("points").spliterator(), false)
                    .filter(each -> each.get("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(one.get("text").asString()).isEqualTo(SENTENCE);
            assertThat(one.get("unit").asString()).isEqualTo(survey.id("service"));
            assertThat(seen.text()).doesNotContain(scene.water(), scene.parks(), scene.pulse());
        }
        var sent = server.get("analyst", "/api/v1/history/events?limit=10000", "Accept", "application/x-ndjson")
                .text()
                .lines()
                .filter(line -> line.contains(id))
                .toList();
        assertThat(sent).singleElement().asString().doesNotContain(scene.water(), scene.pulse(), SENTENCE);
        var own = "/api/v1/teams/" + scene.water() + "/development-points";
        assertThat(server.get(scene.member(), own).json().at("/points/0/pulse").asString())
                .isEqualTo(scene.pulse());
        assertThat(server.get(scene.parks() + "-0", own).status()).isEqualTo(404);
        assertThat(server.get("hr", own).status()).isEqualTo(403);
    }

    @Test
    void a_group_sends_one_sentence_a_pulse_under_an_id_that_tells_nothing_and_by_its_own_lead() {
        var scene = scene();
        var id = UUID.randomUUID().toString();
        var path = "/api/v1/development-points/" + id;
        refused(put(scene.lead(), path + "-water", point(scene, scene.water(), SENTENCE)), "point-id-not-random");
        assertThat(put("lead-" + scene.parks(), path, point(scene, scene.water(), SENTENCE))
                        .status())
                .isEqualTo(404);
        assertThat(put(scene.member(), path, point(scene, scene.water(), SENTENCE))
                        .status())
                .isEqualTo(403);
        assertThat(put(scene.lead(), path, point(scene, scene.water(), SENTENCE))
                        .status())
                .isEqualTo(201);
        var second = put(
                scene.lead(),
                "/api/v1/development-points/" + UUID.randomUUID(),
                point(scene, scene.water(), "Nog iets."));
        assertThat(second.code()).isEqualTo("point-already-sent");
        var taken = put("lead-" + scene.parks(), path, point(scene, scene.parks(), "Van ons."));
        assertThat(taken.code()).isEqualTo("point-of-other-group");
        assertThat(server.ask("lead-" + scene.parks(), "DELETE", path + "/wording", null)
                        .status())
                .isEqualTo(404);

        assertThat(server.ask(scene.lead(), "DELETE", path + "/wording", null).status())
                .isEqualTo(204);
        assertThat(server.get(scene.lead(), "/api/v1/teams/" + scene.water() + "/development-points")
                        .json()
                        .at("/points/0/text")
                        .asString())
                .isEqualTo("[removed]");
    }

    @Test
    void who_comes_to_lead_a_group_does_not_read_what_it_sent_before() {
        var first = survey.team("first", 8);
        var comes = survey.team("comes", 8);
        var other = survey.team("other", 8);
        var group = survey.id("group");
        survey.put("/groups/" + group, "{'teams':['%s']}".formatted(first), 201);
        var pulse = survey.opened("p", group, other);
        survey.answer(pulse, survey.codes(pulse, group), 8);
        survey.answer(pulse, survey.codes(pulse, other), 8);
        survey.close();
        var body = "{\"team\":\"%s\",\"pulse\":\"%s\",\"text\":\"%s\"}".formatted(first, pulse, SENTENCE);
        assertThat(put("lead-" + first, "/api/v1/development-points/" + UUID.randomUUID(), body)
                        .status())
                .isEqualTo(201);
        assertThat(points(first)).hasSize(1);

        survey.put("/groups/" + group, "{'teams':['%s','%s']}".formatted(first, comes), 200);
        assertThat(points(comes)).isEmpty();
        assertThat(points(first)).isEmpty();
    }

    private JsonNode points(String team) {
        return server.get("lead-" + team, "/api/v1/teams/" + team + "/development-points")
                .json()
                .get("points");
    }

    @Test
    void a_sentence_does_not_go_up_where_the_unit_would_be_the_group() {
        var alone = survey.team("alone", 12);
        var pulse = survey.opened("p", alone);
        survey.answer(pulse, survey.codes(pulse, alone), 8);
        survey.close();
        var reply = put(
                "lead-" + alone,
                "/api/v1/development-points/" + UUID.randomUUID(),
                "{\"team\":\"%s\",\"pulse\":\"%s\",\"text\":\"x\"}".formatted(alone, pulse));
        refused(reply, "point-unit-too-small");
    }

    @Test
    void the_direction_answers_a_bundle_within_four_weeks_and_everybody_reads_the_answer() {
        var scene = scene();
        var id = UUID.randomUUID().toString();
        put(scene.lead(), "/api/v1/development-points/" + id, point(scene, scene.water(), SENTENCE));
        var bundle = "/api/v1/development-points/bundles/" + survey.id("time");
        var chosen = "{\"theme\":\"Tijd om te leren\",\"points\":[\"%s\"]}".formatted(id);
        assertThat(put("direction", bundle, chosen).status()).isEqualTo(403);
        assertThat(put("hr", bundle, chosen).status()).isEqualTo(201);
        assertThat(put("hr", bundle, chosen).status()).isEqualTo(200);
        refused(put("hr", bundle, chosen.replace(id, "none")), "point-unknown");
        assertThat(put("hr", bundle + "-2", chosen).code()).isEqualTo("point-in-another-bundle");
        assertThat(bundle("hr").get("answerBy").asString()).isEqualTo(days(28).toString());

        server.clockTo(server.now().plus(Duration.ofDays(28)));
        assertThat(bundle("hr").get("overdue").asBoolean()).isFalse();
        server.clockTo(server.now().plus(Duration.ofDays(1)));
        for (var watching : List.of("hr", "works-council")) {
            assertThat(bundle(watching).get("overdue").asBoolean()).as(watching).isTrue();
        }
        assertThat(bundle("hr").at("/points/0/text").asString()).isEqualTo(SENTENCE);
        assertThat(bundle("works-council").has("points")).isFalse();

        var answer = "{\"decision\":\"we-do-not\",\"because\":\"Dit jaar is er geen geld voor.\"}";
        assertThat(put("hr", bundle + "/answer", answer).status()).isEqualTo(403);
        assertThat(put("direction", bundle + "/answer", answer).status()).isEqualTo(200);
        assertThat(bundle("hr").get("overdue").asBoolean()).isFalse();
        var read = server.get(scene.parks() + "-3", "/api/v1/inbox/happened").json();
        var told = find(read.get("answers"), survey.id("time"));
        assertThat(told.at("/answer/decision").asString()).isEqualTo("we-do-not");
        assertThat(told.at("/answer/because").asString()).isEqualTo("Dit jaar is er geen geld voor.");
        assertThat(told.has("points")).isFalse();
        assertThat(put("hr", bundle, chosen.replace("leren", "oefenen")).status())
                .isEqualTo(200);
        assertThat(events("bundle:" + survey.id("time")))
                .containsExactly("PointsBundled", "BundleAnswered", "BundleChanged");
    }

    @Test
    void a_goal_says_nothing_of_fewer_than_three_groups_and_three_leads() {
        var scene = scene();
        var goal = "/api/v1/organisation/goals/" + survey.id("speak-up");
        var said = """
                {"name":"Fouten durven noemen","construct":"psychological-safety","unit":"%s","wanted":"rise",\
                "from":"%s","by":"%s"}""".formatted(survey.id("service"), days(0), days(180));
        assertThat(put("direction", goal, said).status()).isEqualTo(201);
        assertThat(put("hr", goal, said).status()).isEqualTo(200);
        assertThat(put(scene.lead(), goal, said).status()).isEqualTo(403);
        refused(put("hr", goal, said.replace("psychological-safety", "none")), "goal-construct-unknown");
        refused(put("hr", goal, said.replace(survey.id("service"), "none")), "goal-unit-unknown");
        refused(put("hr", goal, said.replace("\"wanted\":\"rise\",", "")), "goal-unclear");

        var read = find(
                server.get(scene.member(), "/api/v1/organisation/goals").json().get("goals"), survey.id("speak-up"));
        assertThat(read.get("name").asString()).isEqualTo("Fouten durven noemen");
        assertThat(read.at("/trend/withheld").asString()).isEqualTo("too-few");
        assertThat(read.get("trend").has("moved")).isFalse();
        assertThat(events("goal:" + survey.id("speak-up"))).containsExactly("GoalSet");
    }

    private JsonNode bundle(String who) {
        return find(server.get(who, "/api/v1/development-points/bundles").json().get("bundles"), survey.id("time"));
    }

    private static JsonNode find(JsonNode list, String id) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String actions(String team) {
        return "/api/v1/teams/" + team + "/actions";
    }

    private String action(String team, String id) {
        return actions(team) + "/" + survey.id(id);
    }

    private LocalDate days(int fromToday) {
        return LocalDate.ofInstant(server.now(), ZoneOffset.UTC).plusDays(fromToday);
    }

    private String body(Scene scene, String text, String state, @Nullable String outcome) {
        return "{\"pulse\":\"%s\",\"text\":\"%s\",\"owner\":\"team\",\"due\":\"%s\",\"state\":\"%s\"%s}"
                .formatted(
                        scene.pulse(),
                        text,
                        days(20),
                        state,
                        outcome == null ? "" : ",\"outcome\":\"" + outcome + "\"");
    }

    private static String point(Scene scene, String team, String text) {
        return "{\"team\":\"%s\",\"pulse\":\"%s\",\"text\":\"%s\"}".formatted(team, scene.pulse(), text);
    }

    private Reply put(String who, String path, String json) {
        return server.ask(who, "PUT", path, json);
    }

    private static void refused(Reply reply, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(code);
    }

    private void rebuild() {
        server.bean(Rebuild.class).begin();
        server.bean(ViewPosition.class).await(server.bean(HistoryStore.class).head(), Duration.ofSeconds(20));
    }

    /** What stands beside history of this test's own action. */
    private String kept() {
        return String.join(
                "\n",
                server.bean(JdbcClient.class)
                        .sql("select content from wording where subject like :subject")
                        .param("subject", "action:" + survey.id("start") + ":%")
                        .query(String.class)
                        .list());
    }

    private String history() {
        return server.get("analyst", "/api/v1/history/events?limit=10000", "Accept", "application/x-ndjson")
                .text();
    }

    private List<String> events(String aggregate) {
        return history()
                .lines()
                .filter(line -> line.contains("\"aggregate\":\"" + aggregate + "\""))
                .map(line -> line.replaceAll(".*\"type\":\"([A-Za-z]+)\".*", "$1"))
                .toList();
    }
}
