package org.groeipuls.lexicon;

import org.groeipuls.language.ConfusionMatrix;

/**
 * How often two judges of the same texts both said that a category is there, only the first, only the other, or neither.
 * The other is the reference where there is one.
 */
public record Tally(long both, long first, long other, long neither) {
    static Tally of(ConfusionMatrix matrix) {
        return new Tally(matrix.count(0, 0), matrix.count(0, 1), matrix.count(1, 0), matrix.count(1, 1));
    }

    /** The same with kappa, precision and recall; class 0 is "has it". */
    public ConfusionMatrix matrix() {
        return ConfusionMatrix.ofTwo(
                Math.toIntExact(both), Math.toIntExact(first), Math.toIntExact(other), Math.toIntExact(neither));
    }
}
