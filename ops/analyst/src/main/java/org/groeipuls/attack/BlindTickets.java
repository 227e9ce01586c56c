package org.groeipuls.attack;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.TicketRequest;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.BallotWriter.SealedBallot;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.PublishedTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Blind tickets: the server signs what it cannot read for a person, and nobody knows whose ticket comes back. */
final class BlindTickets {
    static final SecureRandom CHANCE = new SecureRandom();

    private final Api api;
    private final String pulse;
    private final BoxTerms terms;
    private final JsonNode frozen;

    BlindTickets(Scene scene, String pulse) {
        this.api = scene.api();
        this.pulse = pulse;
        this.frozen = scene.pulse(pulse);
        this.terms = PublishedTerms.read(frozen);
    }

    BoxTerms terms() {
        return terms;
    }

    TicketKey key(String group) {
        var known = terms.groups().get(group);
        var key = known == null ? null : known.ticketKey();
        if (key == null) {
            throw new AttackNotRun("The pulse shows no key of its tickets");
        }
        return key;
    }

    /** A request with a ballot key of its own, for the group that its sender claims. */
    TicketRequest request(String group) {
        return TicketRequest.fresh(key(group), CHANCE);
    }

    /** Sends a blinded message as somebody. */
    Answer fetch(String person, byte[] blindedMessage) {
        var message = Base64.getEncoder().encodeToString(blindedMessage);
        return api.ask(
                person, "POST", "/pulses/" + pulse + "/tickets", Map.of("blindedMessages", Map.of("group", message)));
    }

    /** What the server's answer makes of a request; empty when it refused, or signed with another key. */
    static Optional<BlindTicketHolder> finished(TicketRequest request, Answer answer) {
        var signature = answer.json().at("/blindSignatures/group").asString("");
        try {
            return answer.ok() ? Optional.of(request.finish(Base64.getDecoder().decode(signature))) : Optional.empty();
        } catch (IllegalArgumentException otherKey) {
            return Optional.empty();
        }
    }

    /** The ticket of somebody who was asked. */
    BlindTicketHolder honest(String person, String group) {
        var request = request(group);
        return finished(request, fetch(person, request.blindedMessage()))
                .orElseThrow(() -> new AttackNotRun("The server gives no ticket to somebody whom it asked"));
    }

    /** Both tickets of somebody who was asked, in a pulse with an open question. */
    record Both(BlindTicketHolder answers, BlindTicketHolder text, String unit) {}

    Both both(String person, String group) {
        var unit = PublishedTerms.textUnit(frozen, group)
                .orElseThrow(() -> new AttackNotRun("The pulse has no open question for this group"));
        var request = request(group);
        var second = TicketRequest.fresh(textKey(unit), CHANCE);
        var base64 = Base64.getEncoder();
        var answer = api.ask(
                person,
                "POST",
                "/pulses/" + pulse + "/tickets",
                Map.of(
                        "blindedMessages",
                        Map.of(
                                "group", base64.encodeToString(request.blindedMessage()),
                                "text", base64.encodeToString(second.blindedMessage()))));
        var text = answer.json().at("/blindSignatures/text").asString("");
        return new Both(
                finished(request, answer)
                        .orElseThrow(() -> new AttackNotRun("The server gives no tickets to somebody whom it asked")),
                second.finish(Base64.getDecoder().decode(text)),
                unit);
    }

    private TicketKey textKey(String unit) {
        var texts = textTerms().groups().get(unit);
        var key = texts == null ? null : texts.ticketKey();
        if (key == null) {
            throw new AttackNotRun("The pulse shows no key for tickets to write");
        }
        return key;
    }

    BoxTerms textTerms() {
        return PublishedTerms.texts(frozen).orElseThrow(() -> new AttackNotRun("The pulse has no open question"));
    }

    /** Sends what somebody writes, sealed, with their second ticket. */
    Answer write(Both both, long sequence, String text) {
        var ballot = new BallotWriter(textTerms()).text(both.text(), both.unit(), sequence, text);
        return send("POST", both.unit(), both.text().ticket().encoded(), sequence, ballot, Map.of("box", "texts"));
    }

    Ticket of(BlindTicketHolder holder, String group) {
        return new Blind(this, holder, group);
    }

    SealedBallot sealed(
            BlindTicketHolder holder, String group, long sequence, String nonce, Map<String, Integer> answers) {
        return new BallotWriter(terms).answers(holder, group, sequence, nonce, new HashMap<>(answers));
    }

    Answer send(String method, String group, byte[] ticket, long sequence, SealedBallot ballot) {
        return send(method, group, ticket, sequence, ballot, Map.of());
    }

    private Answer send(
            String method, String group, byte[] ticket, long sequence, SealedBallot ballot, Map<String, String> more) {
        var base64 = Base64.getEncoder();
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("pulse", pulse);
        body.put("group", group);
        body.put("ticket", base64.encodeToString(ticket));
        body.put("signature", base64.encodeToString(ballot.signature()));
        body.put("sequence", sequence);
        body.put("sealed", base64.encodeToString(ballot.ballot()));
        return api.ask(null, method, "/ballots", body);
    }

    private record Blind(BlindTickets tickets, BlindTicketHolder holder, String group) implements Ticket {
        @Override
        public Answer send(long sequence, String nonce, Map<String, @Nullable Integer> answers) {
            var ballot = new BallotWriter(tickets.terms).answers(holder, group, sequence, nonce, answers);
            return tickets.send("POST", group, holder.ticket().encoded(), sequence, ballot);
        }

        @Override
        public Answer withdraw(long sequence) {
            var ballot = new BallotWriter(tickets.terms).withdrawal(holder, group, sequence);
            return tickets.send("DELETE", group, holder.ticket().encoded(), sequence, ballot);
        }

        @Override
        public String toString() {
            return "Blind[not shown]";
        }
    }
}
