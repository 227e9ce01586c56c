package org.groeipuls.attack;

import java.util.List;

/** Compares everything from before and after a ballot that comes after the end, whose author would stand alone in it. */
final class LateBallot implements Attack<Api> {
    @Override
    public String key() {
        return "late-ballot";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", 8);
        var pulse = scene.issue("p", "exact", List.of(team));
        scene.open();
        var tickets = scene.tickets(pulse, team);
        scene.answer(tickets, 6);
        scene.close();
        var readers = Readers.of(scene, pulse, List.of(team));
        var before = readers.everything();
        var late = List.of(
                tickets.get(6).send(1, scene.nonce(), scene.all(1)),
                tickets.getFirst().send(2, scene.nonce(), scene.all(5)),
                tickets.get(1).withdraw(2));
        late.forEach(answer -> notes.expect(!answer.ok(), "taken after the end: status " + answer.status()));
        api.clockTo(api.now().plusSeconds(60));
        var after = readers.everything();
        notes.tried(after.size());
        Readers.changed(before, after).forEach(notes::succeeded);
        notes.number("views", before.size());
        return notes.finding();
    }
}
