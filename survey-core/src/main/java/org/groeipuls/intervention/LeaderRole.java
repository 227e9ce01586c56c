package org.groeipuls.intervention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What the leads of the teams did in it, from nothing to learning themselves in front of the others. */
public enum LeaderRole {
    ABSENT("absent"),
    FACILITATOR("facilitator"),
    PARTICIPANT("participant"),
    BRINGS_OWN_CASE("bringsOwnCase");

    private final String word;

    LeaderRole(String word) {
        this.word = word;
    }

    /** The stable name in API and history. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The role with this name. */
    public static Optional<LeaderRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
