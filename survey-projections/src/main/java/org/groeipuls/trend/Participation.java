package org.groeipuls.trend;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalDouble;

/** What share of a group answered, in three steps (R5); that everyone answered is never said. */
public enum Participation {
    UNDER_HALF("under-50", OptionalDouble.empty()),
    HALF_AND_MORE("50-70", OptionalDouble.of(.5)),
    MOST("70-and-more", OptionalDouble.of(.3));

    private final String word;
    private final OptionalDouble silent;

    Participation(String word, OptionalDouble silent) {
        this.word = word;
        this.silent = silent;
    }

    /** The step that {@code n} of {@code eligible} falls in; eligible is at least 1. */
    public static Participation of(int n, int eligible) {
        if (n * 100L < eligible * 50L) {
            return UNDER_HALF;
        }
        return n * 100L < eligible * 70L ? HALF_AND_MORE : MOST;
    }

    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The largest share that can have been silent, 0..1: what the step says and no more. Empty under half, where silence
     * could turn anything round.
     */
    public OptionalDouble mostSilent() {
        return silent;
    }
}
