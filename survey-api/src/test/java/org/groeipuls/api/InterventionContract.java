package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What whoever records interventions may rely on, whichever store stands behind it. */
abstract class InterventionContract {
    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    @Test
    void a_lead_records_corrects_ends_and_withdraws() {
        var team = survey.team("a", 8);
        var path = path(team, "own-case");
        var lead = "lead-" + team;

        var recorded = put(lead, path, body("intervisie", "facilitator", days(-3), null, null, team));
        assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
        assertThat(put(lead, path, body("intervisie", "facilitator", days(-3), null, null, team))
                        .status())
                .isEqualTo(200);
        assertThat(put(lead, path, body("intervisie", "bringsOwnCase", days(-3), null, null, team))
                        .status())
                .isEqualTo(200);
        var ended = put(lead, path, body("intervisie", "bringsOwnCase", days(-3), days(0), 2, team));
        assertThat(ended.status()).isEqualTo(200);

        var seen = server.get(lead, path).json();
        assertThat(seen).isEqualTo(ended.json());
        assertThat(seen.get("leaderRole").asString()).isEqualTo("bringsOwnCase");
        assertThat(seen.get("endedOn").asString()).isEqualTo(days(0).toString());
        assertThat(seen.get("sessions").asInt()).isEqualTo(2);
        assertThat(events(survey.id("own-case")))
                .containsExactly("InterventionRecorded", "InterventionCorrected", "InterventionEnded");

        assertThat(server.ask(lead, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(server.ask(lead, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(server.get(lead, path).status()).isEqualTo(404);
        assertThat(list(lead, team)).isEmpty();
        assertThat(put(lead, path, body("ritual", "absent", days(0), null, null, team))
                        .code())
                .isEqualTo("intervention-already-withdrawn");
        assertThat(events(survey.id("own-case"))).last().isEqualTo("InterventionWithdrawn");
    }

    @Test
    void every_form_and_every_role_has_its_word() {
        var team = survey.team("a", 8);
        for (var form : List.of(
                "intervisie",
                "feedback-deep-dive",
                "retrospective",
                "learning-lab",
                "action-learning",
                "onboarding",
                "review-cycle",
                "leadership-programme",
                "ritual")) {
            var reply = put("hr", path(team, form), body(form, "absent", days(0), null, null, team));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
            assertThat(reply.json().get("form").asString()).isEqualTo(form);
        }
        for (var role : List.of("absent", "facilitator", "participant", "bringsOwnCase")) {
            var reply = put("hr", path(team, "ritual"), body("ritual", role, days(0), null, null, team));
            assertThat(reply.json().get("leaderRole").asString()).isEqualTo(role);
        }
        for (var wrong : List.of(
                body("workshop", "absent", days(0), null, null, team),
                body("RITUAL", "absent", days(0), null, null, team),
                body("ritual", "boss", days(0), null, null, team),
                body("ritual", "absent", days(0), null, null, team).replace("{", "{\"note\":\"Jan was er niet\","))) {
            assertThat(put("hr", path(team, "wrong"), wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        var team = survey.team("a", 8);
        var other = survey.team("b", 8);
        refused(team, body("ritual", "absent", days(0), days(-1), null, team), "intervention-ends-too-early");
        refused(team, body("ritual", "absent", days(120), null, null, team), "intervention-day-not-allowed");
        refused(team, body("ritual", "absent", days(0), null, 0, team), "sessions-not-allowed");
        refused(team, body("ritual", "absent", days(0), null, null, other), "intervention-without-team");
        refused(
                team,
                body("ritual", "absent", days(0), null, null, team, survey.id("none")),
                "intervention-team-unknown");
        refused(team, body("ritual", "absent", days(0), null, null), "not-valid");
        var dutch = server.ask(
                "hr",
                "PUT",
                path(team, "x"),
                body("ritual", "absent", days(0), days(-1), null, team),
                "Accept-Language",
                "nl");
        assertThat(dutch.json().get("detail").asString()).startsWith("De laatste dag ligt vóór de eerste");
    }

    @Test
    void a_lead_records_for_the_own_teams_and_finds_of_others_not_even_that_they_exist() {
        var mine = survey.team("mine", 8);
        var foreign = survey.team("foreign", 8);
        var lead = "lead-" + mine;
        put("hr", path(foreign, "theirs"), body("ritual", "absent", days(0), null, null, foreign));
        put("hr", path(mine, "shared"), body("ritual", "absent", days(0), null, null, mine, foreign));

        for (var method : List.of("GET", "PUT", "DELETE")) {
            var json = method.equals("PUT") ? body("ritual", "absent", days(0), null, null, foreign) : null;
            var other = server.ask(lead, method, path(foreign, "theirs"), json);
            var missing = server.ask(lead, method, path(survey.id("missing"), "theirs"), json);
            assertThat(other.status()).as(method).isEqualTo(404);
            assertThat(other.bytes()).as(method).isEqualTo(missing.bytes());
        }
        assertThat(server.get(lead, path(mine, "theirs")).status()).isEqualTo(404);
        assertThat(server.ask(lead, "DELETE", path(mine, "theirs"), null).status())
                .isEqualTo(404);
        assertThat(put(lead, path(mine, "theirs"), body("ritual", "absent", days(0), null, null, mine))
                        .code())
                .isEqualTo("intervention-of-other-teams");
        assertThat(put(lead, path(mine, "new"), body("ritual", "absent", days(0), null, null, mine, foreign))
                        .code())
                .as("nobody draws a marker on the line of another's team")
                .isEqualTo("intervention-team-unknown");
        assertThat(put(lead, path(mine, "shared"), body("ritual", "absent", days(0), null, null, mine))
                        .code())
                .isEqualTo("intervention-shared");
        assertThat(server.ask(lead, "DELETE", path(mine, "shared"), null).code())
                .isEqualTo("intervention-shared");
        assertThat(list(lead, mine)).containsExactly(survey.id("shared"));
        assertThat(list("hr", foreign)).containsExactly(survey.id("shared"), survey.id("theirs"));
        var all = StreamSupport.stream(
                        server.get("analyst", "/api/v1/organisation/interventions")
                                .json()
                                .get("interventions")
                                .spliterator(),
                        false)
                .map(one -> one.get("id").asString());
        assertThat(all).contains(survey.id("shared"), survey.id("theirs"));
    }

    @Test
    void a_trend_shows_what_was_done_in_the_group_in_all_its_formats() throws Exception {
        var parks = survey.team("parks", 6);
        var water = survey.team("water", 6);
        var group = survey.id("green");
        survey.put("/groups/" + group, "{'teams':['%s','%s']}".formatted(parks, water), 201);
        for (int round = 1; round <= 2; round++) {
            if (round == 2) {
                put("hr", path(water, "b"), body("ritual", "participant", days(0), null, null, water));
                put("hr", path(parks, "a"), body("intervisie", "bringsOwnCase", days(-1), days(0), 1, parks));
                put("hr", path(parks, "mistake"), body("ritual", "absent", days(0), null, null, parks));
                server.ask("hr", "DELETE", path(parks, "mistake"), null);
            }
            var pulse = survey.opened("p" + round, group);
            survey.answer(pulse, survey.codes(pulse, group), 9);
            survey.close();
            server.clockTo(survey.closesAt().plus(Duration.ofDays(10)));
        }
        put("hr", path(parks, "since"), body("retrospective", "facilitator", days(0), null, null, parks));
        var path = "/api/v1/teams/" + water + "/trends";

        var trend = server.get("lead-" + water, path).json().get("trend");
        var markers = trend.get("markers");
        assertThat(texts(markers, "letter")).containsExactly("A", "B", "C");
        assertThat(texts(markers, "id")).containsExactly(survey.id("a"), survey.id("b"), survey.id("since"));
        assertThat(texts(markers, "form")).containsExactly("intervisie", "ritual", "retrospective");
        assertThat(texts(markers, "leaderRole")).containsExactly("bringsOwnCase", "participant", "facilitator");
        assertThat(markers.at("/0/teams/0").asString()).isEqualTo(parks);
        assertThat(markers.at("/0/anchor/pulse").asString()).isEqualTo(survey.id("p1"));
        assertThat(markers.at("/2/anchor/pulse").asString()).isEqualTo(survey.id("p2"));
        assertThat(markers.at("/0/next").asString()).isEqualTo(survey.id("p2"));
        assertThat(markers.get(2).has("next")).isFalse();
        assertThat(trend.get("points").size()).isEqualTo(2);

        var rows = server.get("analyst", path + ".csv").text().lines().toList();
        assertThat(rows.getFirst()).endsWith(",rule,markers,fewer_answered");
        assertThat(rows.get(1)).endsWith(",local-level@1,,");
        assertThat(rows.get(2)).endsWith(",local-level@1,A B,");
        assertThat(server.get("analyst", path + ".metadata.json").json().get("markers"))
                .isEqualTo(markers);
        assertThat(server.get("analyst", "/api/v1/teams/" + water + "/dashboard")
                        .json()
                        .at("/trends/0/markers/0/letter")
                        .asString())
                .isEqualTo("A");
        assertThat(book(server.get("analyst", path + ".xlsx").bytes()))
                .contains("leader_role")
                .contains("bringsOwnCase")
                .contains(survey.id("since"));
    }

    @Test
    void the_register_that_is_made_anew_from_history_is_the_same() {
        var team = survey.team("a", 8);
        put("hr", path(team, "a"), body("ritual", "absent", days(-3), null, null, team));
        put("hr", path(team, "a"), body("ritual", "absent", days(-3), days(-1), 5, team));
        put("hr", path(team, "b"), body("intervisie", "absent", days(-2), null, null, team));
        put("hr", path(team, "b"), body("intervisie", "participant", days(-2), null, null, team));
        put("hr", path(team, "c"), body("intervisie", "absent", days(-2), null, null, team));
        server.ask("hr", "DELETE", path(team, "c"), null);
        var before = server.get("hr", "/api/v1/organisation/interventions").text();

        server.bean(Rebuild.class).begin();
        server.bean(ViewPosition.class).await(server.bean(HistoryStore.class).head(), Duration.ofSeconds(20));

        assertThat(server.get("hr", "/api/v1/organisation/interventions").text())
                .isEqualTo(before)
                .contains(survey.id("b"))
                .doesNotContain(survey.id("c"));
    }

    private String path(String team, String id) {
        return "/api/v1/teams/" + team + "/interventions/" + survey.id(id);
    }

    private LocalDate days(int fromToday) {
        return LocalDate.ofInstant(server.now(), ZoneOffset.UTC).plusDays(fromToday);
    }

    private static String body(
            String form,
            String role,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable Integer sessions,
            String... teams) {
        return "{\"form\":\"%s\",\"leaderRole\":\"%s\",\"startedOn\":\"%s\",\"endedOn\":%s,\"sessions\":%s,\"teams\":[%s]}"
                .formatted(
                        form,
                        role,
                        startedOn,
                        endedOn == null ? "null" : "\"" + endedOn + "\"",
                        sessions,
                        teams.length == 0 ? "" : "\"" + String.join("\",\"", teams) + "\"");
    }

    private Reply put(String who, String path, String json) {
        return server.ask(who, "PUT", path, json);
    }

    private void refused(String team, String json, String code) {
        var reply = put("hr", path(team, "refused"), json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(server.get("hr", path(team, "refused")).status()).isEqualTo(404);
    }

    private List<String> list(String who, String team) {
        return texts(
                server.get(who, "/api/v1/teams/" + team + "/interventions")
                        .json()
                        .get("interventions"),
                "id");
    }

    private List<String> events(String id) {
        return server.get("analyst", "/api/v1/history/events?limit=10000", "Accept", "application/x-ndjson")
                .text()
                .lines()
                .filter(line -> line.contains("\"aggregate\":\"intervention:" + id + "\""))
                .map(line -> line.replaceAll(".*\"type\":\"([A-Za-z]+)\".*", "$1"))
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.get(field).asString())
                .toList();
    }

    /** All text of a workbook. */
    private static String book(byte[] xlsx) throws Exception {
        var text = new StringBuilder();
        try (var parts = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
