package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.List;

/** HR has the tickets of a group made again and again, before the opening and after, and uses all of them. */
final class SecondIssuance implements Attack<Api> {
    private static final int PEOPLE = 8;

    @Override
    public String key() {
        return "second-issuance";
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
        var pulse = scene.issue("p", "exact", List.of(team));
        List<String> codes = new ArrayList<>();
        scene.distribute();
        for (int again = 0; again < 3; again++) {
            notes.tried();
            codes.addAll(scene.links().codes("hr", pulse, team));
        }
        scene.open();
        for (int again = 0; again < 3; again++) {
            notes.tried();
            codes.addAll(scene.links().codes("hr", pulse, team));
        }
        int taken = 0;
        for (var ticket : scene.links().of(pulse, codes)) {
            notes.tried();
            taken += ticket.send(1, scene.nonce(), scene.all(4)).ok() ? 1 : 0;
        }
        scene.close();
        int counted = scene.counted(pulse);
        notes.number("people", PEOPLE);
        notes.number("tickets", codes.size());
        notes.number("ballots-counted", counted);
        notes.expect(taken <= PEOPLE && counted <= PEOPLE, counted + " ballots were counted of " + PEOPLE + " people");
        return notes.finding();
    }
}
