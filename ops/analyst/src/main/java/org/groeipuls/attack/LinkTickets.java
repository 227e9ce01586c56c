package org.groeipuls.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.audit.Figures;
import org.jspecify.annotations.Nullable;

/** Tickets by personal link: codes that the server makes, and whoever has one sends it along. */
final class LinkTickets {
    private final Api api;

    LinkTickets(Api api) {
        this.api = api;
    }

    /**
     * Both codes of every link of a group.
     *
     * @param texts empty without an open question
     */
    record Codes(List<String> answers, List<String> texts) {
        @Override
        public String toString() {
            return "Codes[not shown]";
        }
    }

    /** The codes of a group; empty when the server refuses to make them. */
    Codes bothCodes(String who, String pulse, String group) {
        var answer = api.ask(who, "POST", "/pulses/" + pulse + "/links", Map.of("group", group));
        return answer.ok()
                ? new Codes(
                        Figures.texts(answer.json().path("codes")),
                        Figures.texts(answer.json().path("textCodes")))
                : new Codes(List.of(), List.of());
    }

    /** The codes of a group that open the box for answers. */
    List<String> codes(String who, String pulse, String group) {
        return bothCodes(who, pulse, group).answers();
    }

    /** Sends what somebody writes, with the second code of their link. */
    Answer write(String pulse, String textCode, long sequence, String text) {
        Map<String, Object> ballot = new LinkedHashMap<>();
        ballot.put("pulse", pulse);
        ballot.put("box", "texts");
        ballot.put("code", textCode);
        ballot.put("sequence", sequence);
        ballot.put("text", text);
        return api.ask(null, "POST", "/ballots", ballot);
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
