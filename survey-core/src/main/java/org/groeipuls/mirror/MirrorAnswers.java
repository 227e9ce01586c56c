package org.groeipuls.mirror;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.anonymity.MirrorKey;

/**
 * A lead's own answers, as they stand sealed in history:
 *
 * <pre>plain = 1 | chance(16) | an answer 1..5, or 0 for none, for each item of the form in its order</pre>
 *
 * The length is that of the form whatever was answered, and the part of chance makes the same answers look like others.
 */
public final class MirrorAnswers {
    /** How many bytes of chance a sealed mirror holds. */
    public static final int CHANCE = 16;

    private static final byte VERSION = 1;
    private static final int HIGHEST = 5;

    private final Map<String, Integer> byItem;

    /**
     * @param items of the leader's form
     * @param answers 1 to 5 by item; what was left out is absent
     * @throws MirrorNotAllowed when an answer is outside the form or the scale, or there is none
     */
    public MirrorAnswers(List<String> items, Map<String, Integer> answers) {
        if (answers.isEmpty()
                || !items.containsAll(answers.keySet())
                || answers.values().stream().anyMatch(answer -> answer < 1 || answer > HIGHEST)) {
            throw new MirrorNotAllowed();
        }
        this.byItem = ordered(items, answers);
    }

    private static Map<String, Integer> ordered(List<String> items, Map<String, Integer> answers) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        for (var item : items) {
            var answer = answers.get(item);
            if (answer != null) {
                ordered.put(item, answer);
            }
        }
        return ordered;
    }

    /** The answers by item, in the form's order. */
    public Map<String, Integer> byItem() {
        return new LinkedHashMap<>(byItem);
    }

    /**
     * As they stand in history.
     *
     * @param chance {@link #CHANCE} random bytes
     */
    public String sealed(MirrorId mirror, List<String> items, MirrorKey key, byte[] chance) {
        if (chance.length != CHANCE) {
            throw new IllegalArgumentException("A sealed mirror holds " + CHANCE + " bytes of chance");
        }
        var plain = new byte[1 + CHANCE + items.size()];
        plain[0] = VERSION;
        System.arraycopy(chance, 0, plain, 1, CHANCE);
        for (int at = 0; at < items.size(); at++) {
            plain[1 + CHANCE + at] = byItem.getOrDefault(items.get(at), 0).byteValue();
        }
        return Base64.getEncoder().encodeToString(key.seal(mirror.value(), plain));
    }

    /** What was answered, when this is the key; empty when it is not, or the event was altered. */
    public static Optional<MirrorAnswers> read(MirrorId mirror, List<String> items, String sealed, MirrorKey key) {
        return key.open(mirror.value(), Base64.getDecoder().decode(sealed))
                .filter(plain -> plain.length == 1 + CHANCE + items.size() && plain[0] == VERSION)
                .map(plain -> {
                    var values = Arrays.copyOfRange(plain, 1 + CHANCE, plain.length);
                    Map<String, Integer> answers = new LinkedHashMap<>();
                    for (int at = 0; at < items.size(); at++) {
                        if (values[at] != 0) {
                            answers.put(items.get(at), (int) values[at]);
                        }
                    }
                    return new MirrorAnswers(items, answers);
                });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MirrorAnswers answers && byItem.equals(answers.byItem);
    }

    @Override
    public int hashCode() {
        return byItem.hashCode();
    }

    /** Never holds an answer. */
    @Override
    public String toString() {
        return "MirrorAnswers[not shown]";
    }
}
