package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.TicketRequest;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.CouncilBatch;
import org.groeipuls.ballot.OuterLayer;
import org.groeipuls.ballot.PublishedTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people write, from the second ticket to the end of its retention, over HTTP on every store. */
abstract class OpenTextContract {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final CouncilKey council = CouncilKey.generate();
    private final Map<String, Integer> fetched = new HashMap<>();
    private final List<String> teams = new ArrayList<>();

    abstract Server server();

    @BeforeEach
    void two_teams_of_one_service() {
        teams.add(survey.team("north", 8));
        teams.add(survey.team("south", 9));
        survey.people(9, teams.toArray(String[]::new));
    }

    private String asked(String tickets) {
        return survey.asked("banded", teams.toArray(String[]::new))
                .replace("\"F1\"", "\"F4\"")
                .replace("\"tickets\":\"link\"", tickets);
    }

    private String issued(String tickets) {
        var pulse = survey.id("p");
        survey.put("/pulses/" + pulse, asked(tickets), 201);
        return pulse;
    }

    private String issuedBlind() {
        return issued("\"tickets\":\"blind\"");
    }

    private String unit() {
        return survey.id("service");
    }

    /** Both tickets of one person. */
    private record Tickets(BlindTicketHolder answers, BlindTicketHolder texts) {}

    private static TicketRequest fresh(String key) {
        return TicketRequest.fresh(TicketKey.ofBase64(key), CHANCE);
    }

    private Tickets tickets(String pulse, String team) {
        var frozen = survey.pulse(pulse);
        var group =
                fresh(frozen.path("keys").path("tickets").path(team).path("key").asString());
        var text = fresh(frozen.path("openText")
                .path("units")
                .path(0)
                .path("ticket")
                .path("key")
                .asString());
        var person = team + "-" + (fetched.merge(pulse + team, 1, Integer::sum) - 1);
        var reply = fetch(pulse, person, group, text);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(fetch(pulse, person, group, text).json()).isEqualTo(reply.json());
        assertThat(fetch(pulse, person, group, null).status()).isEqualTo(409);
        var signed = reply.json().path("blindSignatures");
        return new Tickets(
                group.finish(Base64.getDecoder().decode(signed.path("group").asString())),
                text.finish(Base64.getDecoder().decode(signed.path("text").asString())));
    }

    private Reply fetch(String pulse, String person, TicketRequest group, @Nullable TicketRequest text) {
        return survey.post(
                person,
                "/pulses/" + pulse + "/tickets",
                "{'blindedMessages':{'group':'%s'%s}}"
                        .formatted(
                                BASE64.encodeToString(group.blindedMessage()),
                                text == null ? "" : ",'text':'" + BASE64.encodeToString(text.blindedMessage()) + "'"));
    }

    private BoxTerms textTerms(String pulse) {
        return PublishedTerms.texts(survey.pulse(pulse)).orElseThrow();
    }

    private String answers(String pulse, String team, BlindTicketHolder holder, int number) {
        var sealed = new BallotWriter(survey.terms(pulse))
                .answers(holder, team, 1, Survey.nonce(number), Map.of("PS1", 1 + number % 5));
        return Survey.sealed(pulse, team, holder, 1, sealed);
    }

    private static String plainAnswers(String pulse, String code, int number) {
        return Survey.ballot(pulse, code, 1, Survey.nonce(number), "{\"PS1\":" + (1 + number % 5) + "}");
    }

    private String text(String pulse, BlindTicketHolder holder, long sequence, String text) {
        var sealed = new BallotWriter(textTerms(pulse)).text(holder, unit(), sequence, text);
        return inTextBox(Survey.sealed(pulse, unit(), holder, sequence, sealed));
    }

    private static String inTextBox(String ballot) {
        return ballot.replaceFirst("\\{", "{\"box\":\"texts\",");
    }

    private void expect(int status, String ballot) {
        var reply = survey.send(ballot);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    }

    /** People answer and write; with fewer texts than people the others leave it empty. */
    private void answered(String pulse, int people, int texts) {
        for (int person = 0; person < people; person++) {
            var tickets = tickets(pulse, teams.get(person % 2));
            expect(201, answers(pulse, teams.get(person % 2), tickets.answers(), person));
            expect(201, text(pulse, tickets.texts(), 1, person < texts ? "Opmerking " + person + " ✓" : ""));
        }
    }

    private JsonNode read() {
        var reply = server.get("hr", "/api/v1/units/" + unit() + "/texts");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        read().path("texts").forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private String history() {
        return new String(
                server.get("analyst", "/api/v1/history/events?limit=10000&type=TextsReleased")
                        .bytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void what_ten_people_of_a_unit_write_is_read_without_group_or_order_until_its_retention_ends() {
        var pulse = issuedBlind();
        survey.open();
        answered(pulse, 12, 6);
        assertThat(texts()).isEmpty();
        survey.close();

        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("counted");
        assertThat(texts())
                .containsExactlyInAnyOrder(
                        "Opmerking 0 ✓",
                        "Opmerking 1 ✓",
                        "Opmerking 2 ✓",
                        "Opmerking 3 ✓",
                        "Opmerking 4 ✓",
                        "Opmerking 5 ✓");
        assertThat(texts()).isEqualTo(texts());
        assertThat(read().toString()).doesNotContain(pulse, teams.getFirst(), "202");
        assertThat(history()).contains(pulse).doesNotContain("Opmerking");

        server.clockTo(survey.closesAt().plus(Duration.ofDays(364)));
        assertThat(texts()).hasSize(6);
        server.clockTo(survey.closesAt().plus(Duration.ofDays(366)));
        assertThat(texts()).isEmpty();
        assertThat(read().path("expired").intValue()).isEqualTo(6);
    }

    @Test
    void too_few_respondents_and_nothing_is_read_and_who_took_a_text_back_is_none() {
        var pulse = issuedBlind();
        survey.open();
        answered(pulse, 9, 9);
        takenBack(pulse);
        survey.close();
        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("counted");
        assertThat(read().path("texts").size()).isZero();
        assertThat(history()).doesNotContain(pulse);
    }

    @Test
    void a_text_is_replaced_and_taken_back() {
        var pulse = issuedBlind();
        survey.open();
        answered(pulse, 10, 5);
        var tickets = tickets(pulse, teams.getFirst());
        expect(201, text(pulse, tickets.texts(), 1, "Eerst"));
        expect(200, text(pulse, tickets.texts(), 1, "Eerst"));
        expect(200, text(pulse, tickets.texts(), 2, "Daarna"));
        expect(409, text(pulse, tickets.texts(), 1, "Te laat"));
        takenBack(pulse);
        survey.close();
        assertThat(texts()).hasSize(6).contains("Daarna").doesNotContain("Eerst", "Weg");
        assertThat(history()).as("as many as stand in blocks").contains("\"respondents\":10");
    }

    private void takenBack(String pulse) {
        var other = tickets(pulse, teams.getLast());
        expect(201, text(pulse, other.texts(), 1, "Weg"));
        var back = new BallotWriter(textTerms(pulse)).withdrawal(other.texts(), unit(), 2);
        var reply = server.ask(
                null, "DELETE", "/api/v1/ballots", inTextBox(Survey.sealed(pulse, unit(), other.texts(), 2, back)));
        assertThat(reply.json().path("outcome").asString()).isEqualTo("withdrawn");
    }

    @Test
    void a_ticket_opens_its_own_box_only() {
        var pulse = issuedBlind();
        survey.open();
        var tickets = tickets(pulse, teams.getFirst());
        expect(404, text(pulse, tickets.answers(), 1, "Met het andere ticket"));
        expect(404, answers(pulse, teams.getFirst(), tickets.texts(), 1));
        var moved = answers(pulse, teams.getFirst(), tickets.answers(), 1);
        expect(404, inTextBox(moved));
        expect(400, moved.replaceFirst("\\{", "{\"box\":\"elsewhere\","));
        expect(201, moved);
    }

    @Test
    void every_text_has_one_size_whatever_is_written() {
        var pulse = issuedBlind();
        survey.open();
        var holder = tickets(pulse, teams.getFirst()).texts();
        var terms = new BallotWriter(textTerms(pulse));
        assertThat(terms.text(holder, unit(), 1, "").ballot())
                .hasSameSizeAs(terms.text(holder, unit(), 1, "é".repeat(500)).ballot())
                .hasSameSizeAs(terms.withdrawal(holder, unit(), 2).ballot());
    }

    @Test
    void with_links_a_second_code_opens_the_box_for_texts_and_the_server_seals() {
        var pulse = issued("\"tickets\":\"link\"");
        survey.open();
        List<String> codes = new ArrayList<>();
        List<String> textCodes = new ArrayList<>();
        for (var team : teams) {
            var links = survey.post("hr", "/pulses/" + pulse + "/links", "{'group':'" + team + "'}")
                    .json();
            assertThat(links.path("textCodes").size())
                    .isEqualTo(links.path("codes").size());
            links.path("codes").forEach(code -> codes.add(code.asString()));
            links.path("textCodes").forEach(code -> textCodes.add(code.asString()));
        }
        assertThat(codes).doesNotContainAnyElementsOf(textCodes);
        var written = "{\"pulse\":\"%s\",\"box\":\"texts\",\"code\":\"%s\",\"sequence\":%d,\"text\":\"%s\"}";
        for (int person = 0; person < 10; person++) {
            expect(201, plainAnswers(pulse, codes.get(person), person));
            expect(201, written.formatted(pulse, textCodes.get(person), 1, person < 5 ? "Tekst " + person : ""));
        }
        expect(200, written.formatted(pulse, textCodes.getFirst(), 2, "Anders"));
        expect(404, written.formatted(pulse, codes.get(12), 1, "Met de code voor antwoorden"));
        expect(404, plainAnswers(pulse, textCodes.get(12), 1));
        expect(422, written.formatted(pulse, textCodes.get(12), 1, "a".repeat(501)));
        expect(422, written.formatted(pulse, textCodes.get(12), 1, "").replace("\"text\"", "\"answers\":{},\"text\""));
        expect(422, plainAnswers(pulse, codes.get(12), 1).replace("\"answers\"", "\"text\":\"a\",\"answers\""));
        survey.close();
        assertThat(texts()).hasSize(5).contains("Anders", "Tekst 4").doesNotContain("Tekst 0");
    }

    @Test
    void links_made_again_before_the_opening_replace_both_codes_of_that_group_and_no_other() {
        var pulse = issued("\"tickets\":\"link\"");
        server.clockTo(server.now().plus(Duration.ofDays(1).plusHours(1)));
        var north = textCodes(pulse, teams.getFirst());
        var south = textCodes(pulse, teams.getLast());
        var again = textCodes(pulse, teams.getFirst());
        survey.open();
        var written = "{\"pulse\":\"%s\",\"box\":\"texts\",\"code\":\"%s\",\"sequence\":1,\"text\":\"\"}";
        expect(404, written.formatted(pulse, north.getFirst()));
        expect(201, written.formatted(pulse, south.getFirst()));
        expect(201, written.formatted(pulse, again.getFirst()));
    }

    private List<String> textCodes(String pulse, String team) {
        List<String> codes = new ArrayList<>();
        var reply = survey.post("hr", "/pulses/" + pulse + "/links", "{'group':'" + team + "'}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        reply.json().path("textCodes").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    @Test
    void with_two_layers_both_boxes_go_out_and_come_back_before_the_count() {
        var pulse = survey.id("p");
        var key = BASE64.encodeToString(council.publicKey());
        server.ask(
                "works-council", "PUT", "/api/v1/pulses/" + pulse + "/council-key", "{\"publicKey\":\"" + key + "\"}");
        issued("\"tickets\":\"blind\",\"layers\":2");
        survey.open();
        answered(pulse, 11, 7);
        survey.close();
        giveBack(pulse, "/shares", survey.terms(pulse));
        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("closed");
        giveBack(pulse, "/shares/texts", textTerms(pulse));
        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("counted");
        assertThat(texts()).hasSize(7);
    }

    private void giveBack(String pulse, String part, BoxTerms terms) {
        var batch =
                server.get("works-council", "/api/v1/pulses/" + pulse + part).json();
        List<byte[]> ballots = new ArrayList<>();
        batch.path("ballots").forEach(ballot -> ballots.add(Base64.getDecoder().decode(ballot.asString())));
        var share = OuterLayer.remove(terms, new CouncilBatch(terms.pulse(), ballots, Map.of()), council, CHANCE);
        Map<String, List<String>> groups = new TreeMap<>();
        share.groups()
                .forEach((group, sheets) -> groups.put(
                        group, sheets.stream().map(BASE64::encodeToString).toList()));
        var reply = server.ask(
                "works-council",
                "POST",
                "/api/v1/pulses/" + pulse + part,
                JsonMapper.shared().writeValueAsString(Map.of("groups", groups, "rejected", share.rejected())));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    @Test
    void hr_may_leave_the_question_out_and_a_form_without_one_has_none() {
        survey.put("/pulses/" + survey.id("none"), asked("\"tickets\":\"link\",\"openText\":false"), 201);
        assertThat(survey.pulse(survey.id("none")).path("openText").isMissingNode()
                        || survey.pulse(survey.id("none")).path("openText").isNull())
                .isTrue();
        var links =
                survey.post("hr", "/pulses/" + survey.id("none") + "/links", "{'group':'" + teams.getFirst() + "'}");
        assertThat(links.json().path("textCodes").isArray()).isFalse();
        survey.put("/pulses/" + survey.id("short"), asked("\"tickets\":\"link\",\"textRetentionDays\":29"), 422);
    }

    @Test
    void texts_are_for_hr_and_analysts_alone() {
        var path = "/api/v1/units/" + unit() + "/texts";
        assertThat(server.get("analyst", path).status()).isEqualTo(200);
        for (var who : List.of("lead-" + teams.getFirst(), teams.getFirst() + "-1", "works-council", "operator")) {
            assertThat(server.get(who, path).status()).isEqualTo(403);
        }
        assertThat(server.get("hr", "/api/v1/units/nowhere/texts").status()).isEqualTo(404);
    }
}
