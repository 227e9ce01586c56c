package org.groeipuls.audit;

import org.groeipuls.audit.Multisets.Left;

/**
 * How many of the five values one person can have given, from a released figure of n answers. The same as going through
 * all multisets of answers ({@link Multisets}), for groups of any size: what others answered can be any sum from one to
 * five times their number.
 */
final class Remaining {
    private static final double SLACK = 1e-6;

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

    /**
     * Of a statement that is released only within its scale, for a colleague who knows all own answers to the scale.
     *
     * @param n how many have a score
     * @param items how many statements the scale has, all of them answered
     * @param sum of the scores, each the mean of a person's answers
     */
    static Left ofScores(int n, int items, double sum) {
        int insider = 5;
        for (int own = items; own <= 5 * items; own++) {
            double others = sum - (double) own / items;
            if (within(others, n - 1, 5.0 * (n - 1))) {
                insider = Math.min(insider, values(n - 1, items, others));
            }
        }
        return new Left(values(n, items, sum), insider);
    }

    /** How many values one of n people can have given to one statement. */
    private static int values(int n, int items, double sum) {
        int values = 0;
        for (int value = 1; value <= 5; value++) {
            double least = (double) (value + items - 1) / items;
            double most = (double) (value + 5 * (items - 1)) / items;
            values += within(sum, least + n - 1, most + 5.0 * (n - 1)) ? 1 : 0;
        }
        return values;
    }

    private static boolean within(double value, double low, double high) {
        return low - SLACK <= value && value <= high + SLACK;
    }

    /** @param counts how many gave each value, or stand in each part of a scale */
    static Left ofCounts(int... counts) {
        int outsider = 0;
        int insider = counts.length;
        for (int own = 0; own < counts.length; own++) {
            if (counts[own] > 0) {
                outsider++;
                int values = 0;
                for (int value = 0; value < counts.length; value++) {
                    values += counts[value] - (value == own ? 1 : 0) > 0 ? 1 : 0;
                }
                insider = Math.min(insider, values);
            }
        }
        return new Left(outsider, insider);
    }
}
