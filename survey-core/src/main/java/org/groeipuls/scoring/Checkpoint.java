package org.groeipuls.scoring;

import java.util.Arrays;
import java.util.Optional;

/**
 * The two moments at which a change since an anchor is judged, in own points of the group and construct since that anchor
 * (measurement, section 3). Each judgement is kept as it was given.
 */
public enum Checkpoint {
    /** The 3rd point after the anchor: an early sign. */
    EARLY_SIGN(3),
    /** The 6th point after the anchor: the verdict. */
    VERDICT(6);

    private final int after;

    Checkpoint(int after) {
        this.after = after;
    }

    /** How many own points after the anchor it lies. */
    public int after() {
        return after;
    }

    /** The checkpoint that lies at {@code after} own points after an anchor, if any. */
    public static Optional<Checkpoint> at(int after) {
        return Arrays.stream(values())
                .filter(checkpoint -> checkpoint.after == after)
                .findFirst();
    }

    /** The first checkpoint beyond {@code after} own points; empty past the last. */
    public static Optional<Checkpoint> next(int after) {
        return Arrays.stream(values())
                .filter(checkpoint -> checkpoint.after > after)
                .findFirst();
    }
}
