package org.groeipuls.attack;

import java.util.List;

/** An employer fills a group up with people who do not exist, so that the one real answer stands alone among them. */
final class FakeMembers implements Attack<Api> {
    private static final int REAL = 6;
    private static final int PADDED = 30;

    @Override
    public String key() {
        return "fake-members";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", REAL);
        var pulse = scene.issue("p", "exact", List.of(team));
        notes.expect(eligible(scene, pulse) == REAL, "the pulse shows another number of people than were asked");
        scene.resize(team, "service", PADDED);
        notes.expect(eligible(scene, pulse) == REAL, "the frozen number of people moved with the team");
        scene.distribute();
        int before = scene.links().codes("hr", pulse, team).size();
        scene.resize(team, "service", PADDED + 1);
        scene.open();
        int after = scene.links().codes("hr", pulse, team).size();
        notes.expect(before <= REAL && after <= REAL, Math.max(before, after) + " tickets for " + REAL + " people");
        notes.number("people", REAL);
        notes.number("people-added", PADDED + 1 - REAL);
        notes.number("tickets", Math.max(before, after));
        return notes.finding();
    }

    /** How many people are asked, as anybody can read without signing in. */
    private static int eligible(Scene scene, String pulse) {
        return scene.pulse(pulse).at("/groups/0/eligible").asInt(-1);
    }
}
