package org.groeipuls.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Whose turn it is: a role, never a name. */
public enum Owner {
    LEAD("lead"),
    TEAM("team"),
    HR("hr"),
    DIRECTION("direction");

    private final String word;

    Owner(String word) {
        this.word = word;
    }

    /** The stable name in API and history. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The role with this name. */
    public static Optional<Owner> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
