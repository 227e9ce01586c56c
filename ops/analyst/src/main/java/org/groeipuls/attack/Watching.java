package org.groeipuls.attack;

import java.util.List;

/** Reads everything after every ballot while the pulse is open: does anything move when somebody answers? */
final class Watching implements Attack<Api> {
    private static final int PEOPLE = 9;

    @Override
    public String key() {
        return "watching";
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
        var pulse = scene.issue("p", "banded", List.of(team));
        scene.open();
        var tickets = scene.tickets(pulse, team);
        var readers = Readers.of(scene, pulse, List.of(team));
        var before = readers.everything();
        for (int i = 0; i < PEOPLE; i++) {
            scene.answer(tickets.get(i), scene.answers(i));
            if (i == PEOPLE / 2) {
                tickets.getFirst().send(2, scene.nonce(), scene.all(1));
            } else if (i == PEOPLE - 1) {
                tickets.getFirst().withdraw(3);
            }
            var now = readers.everything();
            notes.tried(now.size());
            Readers.changed(before, now).forEach(notes::succeeded);
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
