package org.groeipuls.wording;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * A reference to a wording. It is drawn at random, so that nothing of the text follows from it; where the wording was
 * erased, it refers to nothing.
 *
 * @param value 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record WordingId(@JsonValue String value) {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public WordingId {
        IdNotAllowed.check("wording", value);
    }
}
