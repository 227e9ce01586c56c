package org.groeipuls.attack;

import org.groeipuls.attack.Multisets.Left;

/**
 * How many of the five values one person can have given, from a released figure of n answers. The same as going through
 * all multisets of answers ({@link Multisets}), for groups of any size: what others answered can be any sum from one to
 * five times their number.
 */
final class Remaining {
    private Remaining() {}

    /** @param low the least sum that was released as possible, {@code high} the greatest */
    static Left ofSum(int n, int low, int high) {
        int outsider = 0;
        int insider = 5;
        for (int own = 1; own <= 5; own++) {
            if (possible(n - 1, low - own, high - own)) {
                outsider++;
                int values = 0;
                for (int value = 1; value <= 5; value++) {
                    values += possible(n - 2, low - own - value, high - own - value) ? 1 : 0;
                }
                insider = Math.min(insider, values);
            }
        }
        return new Left(outsider, insider);
    }

    /** Whether so many others can have a sum in this range. */
    private static boolean possible(int others, int low, int high) {
        return low <= 5 * others && high >= others;
    }

    /** @param counts how many gave 1, 2, 3, 4 and 5 */
    static Left ofCounts(int... counts) {
        int outsider = 0;
        int insider = 5;
        for (int own = 0; own < 5; own++) {
            if (counts[own] > 0) {
                outsider++;
                int values = 0;
                for (int value = 0; value < 5; value++) {
                    values += counts[value] - (value == own ? 1 : 0) > 0 ? 1 : 0;
                }
                insider = Math.min(insider, values);
            }
        }
        return new Left(outsider, insider);
    }
}
