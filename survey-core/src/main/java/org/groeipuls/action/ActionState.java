package org.groeipuls.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How far an action is. */
public enum ActionState {
    OPEN("open"),
    DONE("done"),
    /** It will not be done; what came of it says why. */
    DROPPED("dropped");

    private final String word;

    ActionState(String word) {
        this.word = word;
    }

    /** The stable name in API and history. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The state with this name. */
    public static Optional<ActionState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
