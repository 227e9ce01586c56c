package org.groeipuls.scoring;

import java.util.Arrays;
import java.util.Collection;

/** The middle value, or the mean of the two middle ones. */
public final class Medians {
    private Medians() {}

    /** Of one value or more. */
    public static double of(Collection<Double> values) {
        return ofSorted(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** Of one value or more, in order. */
    static double ofSorted(double[] sorted) {
        int upper = sorted.length / 2;
        return Arrays.stream(sorted, (sorted.length - 1) / 2, upper + 1).sum() / (sorted.length % 2 == 0 ? 2 : 1);
    }
}
