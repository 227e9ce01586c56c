package org.groeipuls.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One-time codes; what is said is sealed by the server on arrival.
 *
 * @param textCode for the box for what is written; absent without an open question
 */
record LinkEntrance(String pulse, String code, @Nullable String textCode) implements Entrance {
    private static final String CODE_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CODE_LENGTH = 26;

    /** @param link what stands behind the {@code #}: a code, or two with a dot in between */
    static LinkEntrance of(String pulse, String link) {
        int dot = link.indexOf('.');
        return dot < 0
                ? new LinkEntrance(pulse, link, null)
                : new LinkEntrance(pulse, link.substring(0, dot), link.substring(dot + 1));
    }

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
    public Optional<Map<String, ?>> text(long sequence, String text) {
        return inTextBox(sequence).map(ballot -> {
            ballot.put("text", text);
            return ballot;
        });
    }

    @Override
    public Optional<Map<String, ?>> textWithdrawal(long sequence) {
        return inTextBox(sequence).map(withdrawal -> withdrawal);
    }

    private Optional<Map<String, Object>> inTextBox(long sequence) {
        return Optional.ofNullable(textCode).map(code -> {
            Map<String, Object> ballot = new LinkedHashMap<>();
            ballot.put("pulse", pulse);
            ballot.put("box", "texts");
            ballot.put("code", code);
            ballot.put("sequence", sequence);
            return ballot;
        });
    }

    @Override
    public Map<String, ?> forged(SplittableRandom chance, String nonce, Map<String, @Nullable Integer> answers) {
        var forged = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            forged.append(CODE_LETTERS.charAt(chance.nextInt(CODE_LETTERS.length())));
        }
        return of(pulse, forged.toString()).ballot(1, nonce, answers);
    }

    @Override
    public String toString() {
        return "LinkEntrance[not shown]";
    }
}
