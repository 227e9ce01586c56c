package org.groeipuls.attack;

import java.util.List;

/** Throws all views away and has them built anew from history: does anything show that is not in history? */
final class Rebuilt implements Attack<Api> {
    private final Runnable rebuild;

    /** @param rebuild throws the views away and returns when they are built anew: only the server itself can */
    Rebuilt(Runnable rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public String key() {
        return "rebuild";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", 9);
        var few = scene.team("b", 8);
        var pulse = scene.issue("p", "banded", List.of(team, few));
        scene.open();
        scene.answer(scene.tickets(pulse, team), 7);
        scene.answer(scene.tickets(pulse, few), 3);
        scene.close();
        var readers = Readers.of(scene, pulse, List.of(team, few));
        var before = readers.everything();
        rebuild.run();
        var after = readers.everything();
        notes.tried(after.size());
        Readers.changed(before, after).forEach(notes::succeeded);
        notes.number("views", before.size());
        return notes.finding();
    }
}
