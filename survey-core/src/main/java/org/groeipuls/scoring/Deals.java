package org.groeipuls.scoring;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** The ways to deal out a label among groups, against the way that it was dealt; the order of the groups changes nothing. */
final class Deals {
    private final double[] all;
    /** The smaller side is dealt out: the other one is what is left, and an effect is as large seen from either. */
    private final int k;

    private final double dealt;
    private final double total;
    private final boolean turned;

    /** Both sides hold one change or more. */
    Deals(double[] with, double[] without) {
        all = DoubleStream.concat(DoubleStream.of(with), DoubleStream.of(without))
                .sorted()
                .toArray();
        turned = with.length > without.length;
        double[] few = turned ? without : with;
        k = few.length;
        dealt = DoubleStream.of(few).sorted().sum();
        total = DoubleStream.of(all).sum();
    }

    /** Mean change with the label minus mean change without, as it was dealt. */
    double effect() {
        return turned ? -effect(dealt) : effect(dealt);
    }

    /** How many ways there are, or some number above {@code most} where there are more. */
    long ways(long most) {
        long ways = 1;
        for (int at = 1; at <= k && ways <= most; at++) {
            ways = ways * (all.length - at + 1) / at;
        }
        return ways;
    }

    /** In how many of all ways the effect is at least as large, either way. */
    int asLarge() {
        return asLarge(0, k, 0);
    }

    /** In how many of so many drawn ways the effect is at least as large, either way. */
    int asLargeOf(int draws, SplittableRandom chance) {
        int hits = 0;
        double[] shuffled = all.clone();
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (int at = 0; at < k; at++) {
                int other = chance.nextInt(at, shuffled.length);
                double taken = shuffled[other];
                shuffled[other] = shuffled[at];
                shuffled[at] = taken;
                sum += taken;
            }
            hits += isAsLarge(sum) ? 1 : 0;
        }
        return hits;
    }

    private int asLarge(int first, int left, double sum) {
        if (left == 0) {
            return isAsLarge(sum) ? 1 : 0;
        }
        int hits = 0;
        for (int at = first; at <= all.length - left; at++) {
            hits += asLarge(at + 1, left - 1, sum + all[at]);
        }
        return hits;
    }

    private boolean isAsLarge(double sum) {
        return Math.abs(effect(sum)) >= Math.abs(effect()) - Domain.SLACK;
    }

    private double effect(double sum) {
        return sum / k - (total - sum) / (all.length - k);
    }
}
