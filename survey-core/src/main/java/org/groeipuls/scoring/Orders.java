package org.groeipuls.scoring;

import java.util.Arrays;

/** How many distinct orders of values, some of them equal, have how many inversions (MacMahon 1916). */
final class Orders {
    private Orders() {}

    /**
     * The coefficients of the Gaussian multinomial [n]!/Π[t]!, with [k] = 1 + q + ... + q^(k-1): at place i the number of
     * orders with i inversions, up to the most possible.
     *
     * @param ties how many values are equal to each other, per distinct value; they add up to n, at most 20
     */
    static long[] inversions(int n, int[] ties) {
        long[] all = new long[n * (n - 1) / 2 + 1];
        all[0] = 1;
        int most = n * (n - 1) / 2;
        for (int k = 2; k <= n; k++) {
            divideByOneMinus(1, all);
            multiplyByOneMinus(k, all);
        }
        for (int tied : ties) {
            for (int k = 2; k <= tied; k++) {
                divideByOneMinus(k, all);
                multiplyByOneMinus(1, all);
            }
            most -= tied * (tied - 1) / 2;
        }
        return Arrays.copyOf(all, most + 1);
    }

    private static void multiplyByOneMinus(int power, long[] coefficients) {
        for (int at = coefficients.length - 1; at >= power; at--) {
            coefficients[at] -= coefficients[at - power];
        }
    }

    private static void divideByOneMinus(int power, long[] coefficients) {
        for (int at = power; at < coefficients.length; at++) {
            coefficients[at] += coefficients[at - power];
        }
    }
}
