package org.groeipuls.language;

import java.util.OptionalDouble;

/** The rate behind a rate that was counted with an imperfect instrument (Rogan and Gladen 1978). */
public final class RoganGladen {
    private RoganGladen() {}

    /**
     * (observed + specificity - 1)/(sensitivity + specificity - 1), kept within 0..1; empty when the instrument does no
     * better than a coin (sensitivity + specificity at most 1).
     *
     * @param observed share of texts found, 0..1
     * @param sensitivity recall of the instrument, 0..1
     * @param specificity share of texts without it that are passed over, 0..1
     * @throws IllegalArgumentException outside 0..1
     */
    public static OptionalDouble corrected(double observed, double sensitivity, double specificity) {
        double gain = share(sensitivity) + share(specificity) - 1;
        double found = share(observed) + specificity - 1;
        return gain > 0 ? OptionalDouble.of(Math.clamp(found / gain, 0, 1)) : OptionalDouble.empty();
    }

    private static double share(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a share is in 0..1, got " + value);
        }
        return value;
    }
}
