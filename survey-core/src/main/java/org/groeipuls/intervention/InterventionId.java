package org.groeipuls.intervention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * One intervention, in the whole organisation.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record InterventionId(@JsonValue String value) implements Comparable<InterventionId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public InterventionId {
        IdNotAllowed.check("intervention", value);
    }

    @Override
    public int compareTo(InterventionId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "intervention:" + value;
    }
}
