package org.groeipuls.language;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A row of a word list, ready to be looked for. */
record Phrase(Kind kind, List<Part> parts) {
    Phrase {
        parts = List.copyOf(parts);
    }

    /** Where this phrase stands if it begins at {@code at}, with the fewest words between its own. */
    Optional<Found> at(List<String> words, int at) {
        BitSet used = new BitSet(words.size());
        boolean matches = Part.inOrder(parts, words, at, used, end -> !used.isEmpty());
        return matches ? Optional.of(new Found(kind, used)) : Optional.empty();
    }

    /** A phrase in a clause; {@code used} marks its own words, not those between them. */
    record Found(Kind kind, BitSet used) {
        int start() {
            return used.nextSetBit(0);
        }

        /** One after the last word. */
        int end() {
            return used.length();
        }

        /** Whether all words of the other are words of this one. */
        boolean holds(Found other) {
            BitSet beyond = (BitSet) other.used.clone();
            beyond.andNot(used);
            return beyond.isEmpty();
        }

        /** Whether a longer phrase says more, or words of this one are known to mean nothing in this company. */
        boolean yieldsTo(Found other) {
            if (other.kind == Kind.NONE && kind != Kind.NONE) {
                return other.used.intersects(used) && other.used.cardinality() >= used.cardinality();
            }
            return other.holds(this) && other.used.cardinality() > used.cardinality();
        }
    }
}
