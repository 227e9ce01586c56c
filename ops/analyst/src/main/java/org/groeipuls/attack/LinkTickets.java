package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tickets by personal link: codes that the server makes, and whoever has one sends it along. */
final class LinkTickets {
    private final Api api;

    LinkTickets(Api api) {
        this.api = api;
    }

    /** The codes of a group; empty when the server refuses to make them. */
    List<String> codes(String who, String pulse, String group) {
        var answer = api.ask(who, "POST", "/pulses/" + pulse + "/links", Map.of("group", group));
        List<String> codes = new ArrayList<>();
        if (answer.ok()) {
            answer.json().path("codes").forEach(code -> codes.add(code.asString()));
        }
        return codes;
    }

    Ticket of(String pulse, String code) {
        return new Link(api, pulse, code);
    }

    List<Ticket> of(String pulse, List<String> codes) {
        return codes.stream().map(code -> of(pulse, code)).toList();
    }

    /** A ballot as it goes over the wire. */
    static Map<String, Object> ballot(
            String pulse, String code, long sequence, String nonce, Map<String, @Nullable Integer> answers) {
        Map<String, Object> ballot = new LinkedHashMap<>();
        ballot.put("pulse", pulse);
        ballot.put("code", code);
        ballot.put("sequence", sequence);
        ballot.put("nonce", nonce);
        ballot.put("answers", answers);
        return ballot;
    }

    private record Link(Api api, String pulse, String code) implements Ticket {
        @Override
        public Answer send(long sequence, String nonce, Map<String, @Nullable Integer> answers) {
            return api.ask(null, "POST", "/ballots", ballot(pulse, code, sequence, nonce, answers));
        }

        @Override
        public Answer withdraw(long sequence) {
            return api.ask(null, "DELETE", "/ballots", Map.of("pulse", pulse, "code", code, "sequence", sequence));
        }

        @Override
        public String toString() {
            return "Link[not shown]";
        }
    }
}
