package org.groeipuls.development;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * One development point. It is drawn at random, so that it does not tell which group chose it.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record PointId(@JsonValue String value) implements Comparable<PointId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public PointId {
        IdNotAllowed.check("point", value);
    }

    @Override
    public int compareTo(PointId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "point:" + value;
    }
}
