package org.groeipuls.team;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * A department or another part of the organisation that has teams or units below it.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 58 of A-Z a-z 0-9 . _ -
 */
public record UnitId(@JsonValue String value) implements Comparable<UnitId> {
    /** Short enough for the id of the group of the unit's own people, which is made of it. */
    private static final int LONGEST = 64 - GroupId.LEADS.length();

    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public UnitId {
        IdNotAllowed.check("unit", value, LONGEST);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "unit:" + value;
    }
}
