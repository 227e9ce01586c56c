package org.groeipuls.team;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * A team: people with the same lead.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record TeamId(@JsonValue String value) implements Comparable<TeamId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public TeamId {
        IdNotAllowed.check("team", value);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "team:" + value;
    }
}
