package org.groeipuls.language;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** A piece of a phrase: it tries to match words from a place on, and hands each place where it can end to the rest. */
sealed interface Part {
    /**
     * Whether this part and then the rest match from {@code at}; the words used are then marked in {@code used}, and
     * otherwise {@code used} is as before.
     */
    boolean from(List<String> words, int at, BitSet used, IntPredicate rest);

    /** One word out of several, whole or with any beginning or end. */
    record OneWord(Set<String> whole, List<Affix> affixes) implements Part {
        @Override
        public boolean from(List<String> words, int at, BitSet used, IntPredicate rest) {
            if (at >= words.size() || !fits(words.get(at))) {
                return false;
            }
            used.set(at);
            if (rest.test(at + 1)) {
                return true;
            }
            used.clear(at);
            return false;
        }

        boolean fits(String word) {
            return whole.contains(word) || affixes.stream().anyMatch(affix -> affix.fits(word));
        }
    }

    /** A word known by a part of it: {@code verbeter*}, {@code *cultuur}, {@code *schuld*}. */
    record Affix(boolean anyBefore, String fixed, boolean anyAfter) {
        boolean fits(String word) {
            if (anyBefore) {
                return anyAfter ? word.contains(fixed) : word.endsWith(fixed);
            }
            return word.startsWith(fixed);
        }
    }

    /** No word up to {@code most} words, as few as possible; they are not used. */
    record Gap(int most) implements Part {
        @Override
        public boolean from(List<String> words, int at, BitSet used, IntPredicate rest) {
            for (int end = at; end <= Math.min(at + most, words.size()); end++) {
                if (rest.test(end)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Any of these rows of parts, the first that fits. */
    record Choice(List<List<Part>> ways) implements Part {
        @Override
        public boolean from(List<String> words, int at, BitSet used, IntPredicate rest) {
            return ways.stream().anyMatch(way -> inOrder(way, words, at, used, rest));
        }
    }

    /** That part, or nothing. */
    record Maybe(Part part) implements Part {
        @Override
        public boolean from(List<String> words, int at, BitSet used, IntPredicate rest) {
            return part.from(words, at, used, rest) || rest.test(at);
        }
    }

    /** Whether all parts match one after the other from {@code at}, and then the rest. */
    static boolean inOrder(List<Part> parts, List<String> words, int at, BitSet used, IntPredicate rest) {
        if (parts.isEmpty()) {
            return rest.test(at);
        }
        List<Part> others = parts.subList(1, parts.size());
        return parts.getFirst().from(words, at, used, end -> inOrder(others, words, end, used, rest));
    }
}
