package org.groeipuls.attack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Codes that the pulse never gave out: of another pulse, altered in one place, guessed, or made from what is stored. */
final class ForgedTicket implements Attack<Api> {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int PEOPLE = 5;
    private static final int GUESSES = 40;

    @Override
    public String key() {
        return "forged-ticket";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", 12);
        var elsewhere = scene.team("b", 8);
        var other = scene.issue("other", "exact", List.of(elsewhere));
        var pulse = scene.issue("p", "exact", List.of(team));
        scene.open();
        var codes = scene.codes(pulse, team);
        scene.answer(scene.links().of(pulse, codes), PEOPLE);
        List<String> forged = new ArrayList<>(scene.codes(other, elsewhere));
        forged.addAll(altered(codes.getFirst()));
        forged.addAll(guessed());
        forged.add(sha256(codes.getFirst()));
        forged.add("");
        forged.add("' or '1'='1");
        int taken = 0;
        for (var code : forged) {
            notes.tried();
            var answer = scene.links().of(pulse, code).send(1, scene.nonce(), scene.all(5));
            taken += answer.ok() ? 1 : 0;
        }
        scene.close();
        int counted = scene.counted(pulse);
        notes.number("forgeries-taken", taken);
        notes.number("ballots-counted", counted);
        notes.expect(taken == 0, "forged tickets were taken: " + taken);
        notes.expect(counted == PEOPLE, counted + " ballots were counted of " + PEOPLE + " people");
        return notes.finding();
    }

    /** The code with one letter changed, for each place; and with two letters exchanged. */
    private static List<String> altered(String code) {
        List<String> altered = new ArrayList<>();
        IntUnaryOperator next = c -> LETTERS.charAt((LETTERS.indexOf(c) + 1) % LETTERS.length());
        for (int at = 0; at < code.length(); at++) {
            altered.add(code.substring(0, at) + (char) next.applyAsInt(code.charAt(at)) + code.substring(at + 1));
        }
        altered.add(new StringBuilder(code).reverse().toString());
        return altered;
    }

    private static List<String> guessed() {
        var chance = new SecureRandom();
        List<String> guessed = new ArrayList<>();
        for (int i = 0; i < GUESSES; i++) {
            var code = new StringBuilder();
            for (int at = 0; at < 26; at++) {
                code.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
            }
            guessed.add(code.toString());
        }
        return guessed;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
