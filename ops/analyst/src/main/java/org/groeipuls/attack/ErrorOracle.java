package org.groeipuls.attack;

import java.util.List;
import java.util.Map;

/** Compares refusals to the last byte: can anybody tell a used code from one that never was? */
final class ErrorOracle implements Attack<Api> {
    @Override
    public String key() {
        return "error-oracle";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var codes = Codes.prepare(api);
        var unknown = codes.ballot(codes.unknown());
        for (var code : List.of(codes.usedElsewhere(), codes.unusedElsewhere(), "x", "A".repeat(26), "a".repeat(200))) {
            var answer = codes.ballot(code);
            notes.expect(!answer.ok(), "a code that is none here was taken");
            notes.expect(unknown.same(answer), "refusals differ: " + unknown.difference(answer));
        }
        var nowhere = codes.ballotIn("x-nowhere", codes.used());
        notes.expect(unknown.same(nowhere), "a pulse that does not exist: " + unknown.difference(nowhere));
        var form = codes.form(codes.unknown());
        for (var code : List.of(codes.usedElsewhere(), codes.unusedElsewhere())) {
            notes.expect(form.same(codes.form(code)), "the form's refusals differ");
        }
        var used = codes.form(codes.used());
        notes.expect(used.same(codes.form(codes.unused())), "a form tells whether its code was used");
        notes.expect(
                codes.withdrawal(codes.unknown()).same(codes.withdrawal(codes.usedElsewhere())),
                "withdrawing tells codes apart");
        return notes.finding();
    }

    /** Codes of every kind, in a pulse that is open. */
    record Codes(Scene scene, String pulse, String used, String unused, String usedElsewhere, String unusedElsewhere) {
        static Codes prepare(Api api) {
            var scene = new Scene(api);
            var here = scene.team("a", 8);
            var there = scene.team("b", 8);
            var other = scene.issue("other", "banded", List.of(there));
            var pulse = scene.issue("p", "banded", List.of(here));
            scene.open();
            var own = scene.codes(pulse, here);
            var others = scene.codes(other, there);
            scene.answer(scene.links().of(pulse, own.getFirst()), scene.all(2));
            scene.answer(scene.links().of(other, others.getFirst()), scene.all(2));
            return new Codes(scene, pulse, own.getFirst(), own.get(1), others.getFirst(), others.get(1));
        }

        String unknown() {
            return "a2".repeat(13);
        }

        Answer ballot(String code) {
            return ballotIn(pulse, code);
        }

        Answer ballotIn(String anyPulse, String code) {
            return scene.links().of(anyPulse, code).send(1, "0".repeat(32), scene.all(3));
        }

        Answer withdrawal(String code) {
            return scene.links().of(pulse, code).withdraw(9);
        }

        Answer form(String code) {
            return scene.api().ask(null, "POST", "/ballots/form", Map.of("pulse", pulse, "code", code));
        }
    }
}
