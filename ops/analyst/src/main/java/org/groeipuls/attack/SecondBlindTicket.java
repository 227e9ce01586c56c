package org.groeipuls.attack;

import java.util.List;
import java.util.Map;

/** Asks for more than one ticket: again, sixteen times at once, of another group, and without having been asked. */
final class SecondBlindTicket implements Attack<Api> {
    private static final int PEOPLE = 6;
    private static final int AT_ONCE = 16;

    private final int tried;

    /** @param tried how many people ask for more than one */
    SecondBlindTicket(int tried) {
        this.tried = tried;
    }

    @Override
    public String key() {
        return "second-blind-ticket";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", PEOPLE);
        var neighbours = scene.team("b", PEOPLE);
        scene.people(Map.of(team, PEOPLE, neighbours, PEOPLE));
        var pulse = scene.issueBlind("p", "exact", List.of(team, neighbours));
        var unasked = scene.issueBlind("unasked", "exact", List.of(neighbours));
        scene.distribute();
        var tickets = new BlindTickets(scene, pulse);
        int most = 0;
        for (int i = 0; i < tried; i++) {
            var person = Scene.person(team, i);
            var signed = AtOnce.times(AT_ONCE, again -> {
                var request = tickets.request(team);
                return BlindTickets.finished(request, tickets.fetch(person, request.blindedMessage()));
            });
            int got =
                    (int) signed.stream().filter(java.util.Optional::isPresent).count();
            var more = tickets.request(neighbours);
            notes.expect(
                    BlindTickets.finished(more, tickets.fetch(person, more.blindedMessage()))
                            .isEmpty(),
                    "somebody got a ticket of another group beside their own");
            most = Math.max(most, got);
            notes.tried(AT_ONCE);
        }
        notes.expect(most == 1, "one person got " + most + " tickets");
        refused(new BlindTickets(scene, unasked), Scene.person(team, 0), neighbours, notes);
        refused(tickets, Scene.lead(team), team, notes);
        refused(tickets, "hr", team, notes);
        repeated(tickets, Scene.person(neighbours, 0), neighbours, notes);
        notes.number("people", tried);
        notes.number("senders-at-once", AT_ONCE);
        notes.number("tickets", most * (double) tried);
        return notes.finding();
    }

    private static void refused(BlindTickets tickets, String person, String group, Notes notes) {
        var request = tickets.request(group);
        notes.expect(
                BlindTickets.finished(request, tickets.fetch(person, request.blindedMessage()))
                        .isEmpty(),
                "somebody who was not asked got a ticket");
    }

    /** Sending the same again gives the same, not one more. */
    private static void repeated(BlindTickets tickets, String person, String group, Notes notes) {
        var request = tickets.request(group);
        var first = tickets.fetch(person, request.blindedMessage());
        var second = tickets.fetch(person, request.blindedMessage());
        notes.expect(first.ok() && first.same(second), "the same request gave another signature");
    }
}
