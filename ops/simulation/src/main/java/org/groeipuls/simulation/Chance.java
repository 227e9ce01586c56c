package org.groeipuls.simulation;

import java.util.SplittableRandom;

/** Chance that depends on what it is for, never on the order in which it is asked for. */
final class Chance {
    private Chance() {}

    /** The same seed and subject always give the same numbers. */
    static SplittableRandom of(long seed, Object... subject) {
        long mixed = seed;
        for (Object part : subject) {
            // the mixing steps of SplittableRandom's own seeder: near subjects get far numbers
            mixed = (mixed ^ part.toString().hashCode()) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ (mixed >>> 31)) * 0x94d049bb133111ebL;
            mixed ^= mixed >>> 29;
        }
        return new SplittableRandom(mixed);
    }

    /** One number of the normal distribution with mean 0 and this standard deviation. */
    static double normal(double deviation, long seed, Object... subject) {
        return deviation * of(seed, subject).nextGaussian();
    }
}
