package org.groeipuls.pulse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * One pulse.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record PulseId(@JsonValue String value) implements Comparable<PulseId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public PulseId {
        IdNotAllowed.check("pulse", value);
    }

    @Override
    public int compareTo(PulseId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "pulse:" + value;
    }
}
