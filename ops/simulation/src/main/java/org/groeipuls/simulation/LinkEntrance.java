package org.groeipuls.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A one-time code; the answers are sealed by the server on arrival. */
record LinkEntrance(String pulse, String code) implements Entrance {
    private static final String CODE_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CODE_LENGTH = 26;

    @Override
    public Map<String, ?> ballot(long sequence, String nonce, Map<String, @Nullable Integer> answers) {
        Map<String, Object> ballot = new LinkedHashMap<>();
        ballot.put("pulse", pulse);
        ballot.put("code", code);
        ballot.put("sequence", sequence);
        ballot.put("nonce", nonce);
        ballot.put("answers", answers);
        return ballot;
    }

    @Override
    public Map<String, ?> withdrawal(long sequence) {
        return Map.of("pulse", pulse, "code", code, "sequence", sequence);
    }

    @Override
    public Map<String, ?> forged(SplittableRandom chance, String nonce, Map<String, @Nullable Integer> answers) {
        var forged = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            forged.append(CODE_LETTERS.charAt(chance.nextInt(CODE_LETTERS.length())));
        }
        return new LinkEntrance(pulse, forged.toString()).ballot(1, nonce, answers);
    }

    @Override
    public String toString() {
        return "LinkEntrance[not shown]";
    }
}
