package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.CouncilBatch;
import org.groeipuls.ballot.CouncilShare;
import org.groeipuls.ballot.OuterLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Pulses with blind tickets, in one layer and in two, over HTTP on every store. */
abstract class BlindContract {
    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final CouncilKey council = CouncilKey.generate();

    abstract Server server();

    private String team = "";

    @BeforeEach
    void a_team() {
        team = survey.team("blind", 9);
        survey.people(9, team);
    }

    private String issued(int layers) {
        var pulse = survey.id("p");
        survey.put("/pulses/" + pulse, survey.askedBlind(layers, team), 201);
        return pulse;
    }

    private String issuedInTwoLayers() {
        giveCouncilKey(survey.id("p"), 201);
        return issued(2);
    }

    private Reply giveCouncilKey(String pulse, int status) {
        var key = Base64.getEncoder().encodeToString(council.publicKey());
        var reply = server.ask(
                "works-council", "PUT", "/api/v1/pulses/" + pulse + "/council-key", "{\"publicKey\":\"" + key + "\"}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        return reply;
    }

    private void sixAnswer(String pulse) {
        for (int person = 0; person < 6; person++) {
            var reply = survey.send(survey.sealed(pulse, team, survey.ticket(pulse, team), 1, person));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
    }

    private List<String> receipts(String pulse) {
        List<String> receipts = new ArrayList<>();
        survey.pulse(pulse).path("count").path("inclusion").forEach(receipt -> receipts.add(receipt.asString()));
        return receipts;
    }

    @Test
    void a_pulse_with_blind_tickets_is_answered_and_counted() {
        var pulse = issued(1);
        var keys = survey.pulse(pulse).path("keys").path("tickets").path(team);
        assertThat(keys.path("fingerprint").asString()).hasSize(64);
        survey.open();

        sixAnswer(pulse);
        survey.close();

        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("counted");
        assertThat(receipts(pulse)).hasSize(6);
        assertThat(survey.pulse(pulse).path("count").path("rejected").intValue())
                .isZero();
    }

    @Test
    void a_sealed_ballot_is_repeated_replaced_and_taken_back() {
        var pulse = issued(1);
        survey.open();
        sixAnswer(pulse);
        BlindTicketHolder holder = survey.ticket(pulse, team);
        var first = survey.sealed(pulse, team, holder, 5, 40);

        assertThat(survey.send(first).status()).isEqualTo(201);
        assertThat(survey.send(first).json().path("outcome").asString()).isEqualTo("unchanged");
        assertThat(survey.send(survey.sealed(pulse, team, holder, 6, 41))
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("replaced");
        assertThat(survey.send(survey.sealed(pulse, team, holder, 2, 42)).status())
                .isEqualTo(409);
        var back = new BallotWriter(survey.terms(pulse)).withdrawal(holder, team, 7);
        var reply = server.ask(null, "DELETE", "/api/v1/ballots", Survey.sealed(pulse, team, holder, 7, back));
        assertThat(reply.json().path("outcome").asString()).isEqualTo("withdrawn");

        survey.close();
        assertThat(receipts(pulse)).hasSize(6);
    }

    @Test
    void a_link_can_carry_a_sealed_ballot_too() {
        var pulse = survey.opened("p", team);
        var code = survey.codes(pulse, team).getFirst();
        var ballot = new BallotWriter(survey.terms(pulse))
                .answers(
                        org.groeipuls.anonymity.LinkTicket.read(code).orElseThrow(),
                        team,
                        1,
                        Survey.nonce(1),
                        new HashMap<>(Map.of("PS1", 4)));
        var sealed = Base64.getEncoder().encodeToString(ballot.ballot());

        var reply = survey.send(
                "{\"pulse\":\"%s\",\"code\":\"%s\",\"sequence\":1,\"sealed\":\"%s\"}".formatted(pulse, code, sealed));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.json().path("receipt").asString("")).isEmpty();
    }

    @Test
    void parts_that_do_not_go_together_are_refused() {
        var pulse = issued(1);
        survey.open();
        var whole = survey.sealed(pulse, team, survey.ticket(pulse, team), 1, 1);

        for (var broken : List.of(
                whole.replace("\"sequence\"", "\"code\":\"abcdefghijklmnopqrstuvwxyz\",\"sequence\""),
                whole.replace("\"sequence\"", "\"answers\":{},\"sequence\""),
                whole.replace("\"ticket\"", "\"nonce\""),
                whole.replaceFirst("\"ticket\":\"....", "\"ticket\":\"!!!!"),
                "{\"pulse\":\"" + pulse + "\",\"sequence\":1}")) {
            assertThat(survey.send(broken).status()).isEqualTo(422);
        }
        assertThat(survey.send(whole).status()).isEqualTo(201);
    }

    @Test
    void two_layers_are_counted_once_the_works_council_gave_its_batch_back() {
        var pulse = issuedInTwoLayers();
        assertThat(survey.pulse(pulse).path("keys").path("council").asString())
                .isEqualTo(Base64.getEncoder().encodeToString(council.publicKey()));
        survey.open();
        sixAnswer(pulse);
        assertThat(batch(pulse).status()).isEqualTo(409);
        survey.close();
        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("closed");

        var reply = giveBack(pulse, withoutOuterLayer(pulse));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("counted");
        assertThat(receipts(pulse)).hasSize(6);
        assertThat(batch(pulse).status()).isEqualTo(409);
    }

    @Test
    void a_layer_that_is_not_taken_off_within_14_days_cancels_the_pulse_and_says_so() {
        var pulse = issuedInTwoLayers();
        survey.open();
        sixAnswer(pulse);
        server.clockTo(survey.closesAt().plus(Duration.ofDays(14)).minusSeconds(1));
        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("closed");

        server.clockTo(survey.closesAt().plus(Duration.ofDays(14)));

        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("cancelled");
        assertThat(survey.pulse(pulse).path("cancelled").asString()).contains("within 14 days");
        assertThat(server.get(null, "/answer/" + pulse + "/" + team + "?lang=nl")
                        .text())
                .contains("De reden: De OR heeft haar verzegeling er niet binnen 14 dagen afgehaald.");
    }

    @Test
    void two_layers_need_a_key_of_the_works_council_which_is_frozen_with_the_pulse() {
        var pulse = survey.id("p");
        survey.put("/pulses/" + pulse, survey.askedBlind(2, team), 422);
        giveCouncilKey(pulse, 201);
        giveCouncilKey(pulse, 200);
        issued(2);
        giveCouncilKey(pulse, 200);

        var other = Base64.getEncoder().encodeToString(CouncilKey.generate().publicKey());
        assertThat(server.ask(
                                "works-council",
                                "PUT",
                                "/api/v1/pulses/" + pulse + "/council-key",
                                "{\"publicKey\":\"" + other + "\"}")
                        .status())
                .isEqualTo(409);
    }

    private Reply batch(String pulse) {
        return server.get("works-council", "/api/v1/pulses/" + pulse + "/shares");
    }

    private CouncilShare withoutOuterLayer(String pulse) {
        List<byte[]> ballots = new ArrayList<>();
        batch(pulse)
                .json()
                .path("ballots")
                .forEach(ballot -> ballots.add(Base64.getDecoder().decode(ballot.asString())));
        assertThat(ballots).hasSize(6);
        return OuterLayer.remove(
                survey.terms(pulse), new CouncilBatch(pulse, ballots, Map.of()), council, new SecureRandom());
    }

    private Reply giveBack(String pulse, CouncilShare share) {
        Map<String, List<String>> groups = new HashMap<>();
        share.groups()
                .forEach((group, sheets) -> groups.put(
                        group,
                        sheets.stream().map(Base64.getEncoder()::encodeToString).toList()));
        return server.ask(
                "works-council",
                "POST",
                "/api/v1/pulses/" + pulse + "/shares",
                JsonMapper.shared().writeValueAsString(Map.of("groups", groups, "rejected", share.rejected())));
    }
}
