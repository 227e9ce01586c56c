package org.groeipuls.simulation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.TicketRequest;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.PublishedTerms;
import org.groeipuls.simulation.BlindEntrance.Pass;
import tools.jackson.databind.JsonNode;

/** What employees do before they answer a pulse with blind tickets: sign in, and fetch a ticket. */
public final class Employees {
    private static final SecureRandom CHANCE = new SecureRandom();
    private final SurveyClient client;

    public Employees(SurveyClient client) {
        this.client = client;
    }

    /**
     * Each of these people fetches a ticket, and with an open question a second one; the roster decides of which group.
     *
     * @param people subjects, in the order in which their entrances are given back per group
     * @return per group the entrances of its people
     */
    public Map<String, List<Entrance>> fetchTickets(String pulse, List<String> people) {
        var published = client.get("hr", "/pulses/" + pulse);
        BoxTerms terms = PublishedTerms.read(published);
        Optional<BoxTerms> texts = PublishedTerms.texts(published);
        List<Future<BlindEntrance>> fetched = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            people.forEach(person -> fetched.add(threads.submit(() -> fetch(terms, texts, person))));
        }
        Map<String, List<Entrance>> entrances = new LinkedHashMap<>();
        for (var one : fetched) {
            var entrance = Play.outcome(one);
            entrances
                    .computeIfAbsent(entrance.group(), group -> new ArrayList<>())
                    .add(entrance);
        }
        return entrances;
    }

    private BlindEntrance fetch(BoxTerms terms, Optional<BoxTerms> texts, String person) {
        for (var waiting : client.get(person, "/inbox").path("pulses")) {
            if (waiting.path("pulse").asString().equals(terms.pulse())) {
                return fetch(terms, texts, person, waiting);
            }
        }
        throw new IllegalStateException(
                "Pulse " + terms.pulse() + " does not ask one of the people who should answer it");
    }

    /** Both tickets in one request, as a page does. */
    private BlindEntrance fetch(BoxTerms terms, Optional<BoxTerms> texts, String person, JsonNode waiting) {
        var group = request(waiting);
        var text = texts.filter(there -> waiting.path("text").isObject()).map(there -> request(waiting.path("text")));
        Map<String, Object> messages = new LinkedHashMap<>();
        messages.put("group", encoded(group));
        text.ifPresent(there -> messages.put("text", encoded(there)));
        var signatures = client.post(
                        person, "/pulses/" + terms.pulse() + "/tickets", Map.of("blindedMessages", messages))
                .json()
                .path("blindSignatures");
        return new BlindEntrance(
                new Pass(terms, waiting.path("group").asString(), finished(group, signatures.path("group"))),
                text.map(there -> new Pass(
                                texts.orElseThrow(),
                                waiting.path("text").path("unit").asString(),
                                finished(there, signatures.path("text"))))
                        .orElse(null));
    }

    private static TicketRequest request(JsonNode asked) {
        return TicketRequest.fresh(TicketKey.ofBase64(asked.path("ticketKey").asString()), CHANCE);
    }

    private static String encoded(TicketRequest request) {
        return Base64.getEncoder().encodeToString(request.blindedMessage());
    }

    private static BlindTicketHolder finished(TicketRequest request, JsonNode signature) {
        return request.finish(Base64.getDecoder().decode(signature.asString()));
    }
}
