package org.groeipuls.attack;

import java.util.List;
import java.util.Map;

/** Reads everything after every ballot while the pulse is open: does anything move when somebody answers? */
final class Watching implements Attack<Api> {
    private static final int PEOPLE = 9;

    private final boolean blind;

    private final int every;

    private Watching(boolean blind, int every) {
        this.blind = blind;
        this.every = every;
    }

    /** @param every after how many ballots everything is read again */
    static Watching withLinks(int every) {
        return new Watching(false, every);
    }

    static Watching withBlindTickets(int every) {
        return new Watching(true, every);
    }

    @Override
    public String key() {
        return blind ? "watching-blind" : "watching";
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
        var pulse = blind ? scene.asked(Map.of(team, PEOPLE), "banded") : scene.issue("p", "banded", List.of(team));
        scene.open();
        var readers = Readers.of(scene, pulse, List.of(team));
        var before = readers.everything();
        // fetching tickets may not show either
        var tickets = blind ? scene.blindTickets(pulse, team, PEOPLE) : scene.tickets(pulse, team);
        for (int i = 0; i < PEOPLE; i++) {
            scene.answer(tickets.get(i), scene.answers(i));
            if (i == PEOPLE / 2) {
                tickets.getFirst().send(2, scene.nonce(), scene.all(1));
            } else if (i == PEOPLE - 1) {
                tickets.getFirst().withdraw(3);
            }
            if (i % every == 0) {
                var now = readers.everything();
                notes.tried(now.size());
                Readers.changed(before, now).forEach(notes::succeeded);
            }
            var page = api.page("/answer/" + pulse);
            notes.tried();
            if (!page.same(api.page("/answer/" + pulse))) {
                notes.succeeded("the answering page differs from one reading to the next");
            }
        }
        notes.number("views", before.size());
        notes.number("ballots", PEOPLE);
        return notes.finding();
    }
}
