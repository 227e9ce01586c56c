package org.groeipuls.simulation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.TicketRequest;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.PublishedTerms;

/** What employees do before they answer a pulse with blind tickets: sign in, and fetch a ticket. */
public final class Employees {
    private static final SecureRandom CHANCE = new SecureRandom();
    private final SurveyClient client;

    public Employees(SurveyClient client) {
        this.client = client;
    }

    /**
     * Each of these people fetches a ticket; the roster decides of which group.
     *
     * @param people subjects, in the order in which their entrances are given back per group
     * @return per group the entrances of its people
     */
    public Map<String, List<Entrance>> fetchTickets(String pulse, List<String> people) {
        BoxTerms terms = PublishedTerms.read(client.get("hr", "/pulses/" + pulse));
        List<Future<BlindEntrance>> fetched = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            people.forEach(person -> fetched.add(threads.submit(() -> fetch(terms, person))));
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

    private BlindEntrance fetch(BoxTerms terms, String person) {
        for (var waiting : client.get(person, "/inbox").path("pulses")) {
            if (waiting.path("pulse").asString().equals(terms.pulse())) {
                var group = waiting.path("group").asString();
                var request = TicketRequest.fresh(
                        TicketKey.ofBase64(waiting.path("ticketKey").asString()), CHANCE);
                var reply = client.post(
                        person,
                        "/pulses/" + terms.pulse() + "/tickets",
                        Map.of(
                                "blindedMessages",
                                Map.of("group", Base64.getEncoder().encodeToString(request.blindedMessage()))));
                var signature =
                        reply.json().path("blindSignatures").path("group").asString();
                return new BlindEntrance(
                        terms, group, request.finish(Base64.getDecoder().decode(signature)));
            }
        }
        throw new IllegalStateException(
                "Pulse " + terms.pulse() + " does not ask one of the people who should answer it");
    }
}
