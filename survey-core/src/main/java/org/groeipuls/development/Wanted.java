package org.groeipuls.development;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Which way a line is wanted to go. */
public enum Wanted {
    RISE("rise"),
    HOLD("hold"),
    FALL("fall");

    private final String word;

    Wanted(String word) {
        this.word = word;
    }

    /** The stable name in API and history. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The direction with this name. */
    public static Optional<Wanted> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
