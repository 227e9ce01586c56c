package org.groeipuls.audit;

/**
 * The classes of sums under {@code banded} (R4), worked out anew from the rule as it is printed: the lowest and the highest
 * have seven sums, those between four or more, the surplus nearest the middle and the lower first.
 */
final class SumClass {
    private static final int EDGE = 7;
    private static final int WIDTH = 4;

    private SumClass() {}

    /** Whether {@code low..high} is one of the classes for the sums of n answers. */
    static boolean is(int n, int low, int high) {
        if (n < 5) {
            return false;
        }
        if (low == n) {
            return high == n + EDGE - 1;
        }
        int sums = 4 * n + 1 - 2 * EDGE;
        int classes = Math.max(1, sums / WIDTH);
        int from = n + EDGE;
        for (int at = 0; at < classes; at++) {
            int to = from + width(at, classes, sums) - 1;
            if (low == from) {
                return high == to;
            }
            from = to + 1;
        }
        return low == from && high == 5 * n;
    }

    /** The surplus goes one sum each to the classes in the order of their distance from the middle, round and round. */
    private static int width(int at, int classes, int sums) {
        int surplus = sums - classes * WIDTH;
        int twice = 2 * at - (classes - 1);
        int rank = Math.abs(twice) - (twice < 0 ? 1 : 0);
        return WIDTH + surplus / classes + (rank < surplus % classes ? 1 : 0);
    }
}
