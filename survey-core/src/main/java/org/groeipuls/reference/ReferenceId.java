package org.groeipuls.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * One series of earlier results.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record ReferenceId(@JsonValue String value) implements Comparable<ReferenceId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public ReferenceId {
        IdNotAllowed.check("reference", value);
    }

    @Override
    public int compareTo(ReferenceId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "reference:" + value;
    }
}
