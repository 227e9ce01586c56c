package org.groeipuls.attack;

import java.util.Set;
import java.util.TreeSet;

/** Compares the sizes of all sealed ballots in the open box. */
final class OneSize implements Attack<Evidence> {
    @Override
    public String key() {
        return "one-size";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Evidence evidence) {
        var notes = new Notes();
        var box = evidence.box().orElseThrow(() -> new AttackNotRun("No open box was found in the copies"));
        Set<Integer> sizes = new TreeSet<>();
        box.ballots().forEach(ballot -> sizes.add(ballot.length));
        notes.tried(box.ballots().size());
        notes.number("ciphertexts", box.ballots().size());
        notes.number("sizes", sizes.size());
        notes.expect(sizes.size() == 1, "sealed ballots have " + sizes.size() + " sizes");
        return notes.finding();
    }
}
