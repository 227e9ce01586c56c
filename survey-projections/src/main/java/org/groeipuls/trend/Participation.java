package org.groeipuls.trend;

import com.fasterxml.jackson.annotation.JsonValue;

/** What share of a group answered, in three steps (R5); that everyone answered is never said. */
public enum Participation {
    UNDER_HALF("under-50"),
    HALF_AND_MORE("50-70"),
    MOST("70-and-more");

    private final String word;

    Participation(String word) {
        this.word = word;
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
}
