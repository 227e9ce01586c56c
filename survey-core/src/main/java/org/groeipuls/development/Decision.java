package org.groeipuls.development;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What the direction says to a bundle. */
public enum Decision {
    WE_DO("we-do"),
    WE_DO_NOT("we-do-not");

    private final String word;

    Decision(String word) {
        this.word = word;
    }

    /** The stable name in API and history. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The decision with this name. */
    public static Optional<Decision> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
