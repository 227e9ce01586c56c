package org.groeipuls.attack;

import java.util.List;

/** Asks the same thing many thousand times and takes the mean, in which fresh noise would cancel out. */
final class Averaging implements Attack<Api> {
    private static final int THREADS = 8;
    private final int times;

    /** @param times how often each view is asked for */
    Averaging(int times) {
        this.times = times;
    }

    @Override
    public String key() {
        return "averaging";
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
        var pulse = scene.issue("p", "banded", List.of(team));
        scene.open();
        scene.answer(scene.tickets(pulse, team), 7);
        scene.close();
        var path = "/teams/" + team + "/trends";
        var first = api.get("analyst", path);
        AtOnce.times(THREADS, thread -> {
            for (int i = thread; i < times; i += THREADS) {
                var again = api.get("analyst", path);
                notes.expect(first.same(again), "asked again, the answer differs: " + first.difference(again));
            }
            return thread;
        });
        for (var other : List.of("/teams/" + team + "/dashboard", "/pulses/" + pulse)) {
            var once = api.get("analyst", other);
            notes.expect(once.same(api.get("analyst", other)), "asked again, the answer differs");
        }
        notes.number("readings", notes.finding().tries());
        return notes.finding();
    }
}
