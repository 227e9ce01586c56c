package org.groeipuls.team;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * A group: one team, or several small teams combined; the leaf of every trend.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record GroupId(@JsonValue String value) implements Comparable<GroupId> {
    /** How the ids of groups begin that are a unit's own people (its leads); no other group and no team begins so. */
    static final String LEADS = "leads.";

    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public GroupId {
        IdNotAllowed.check("group", value);
    }

    /** The group that a unit's own people (its leads) answer in. */
    public static GroupId ofLeads(UnitId unit) {
        return new GroupId(LEADS + unit.value());
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "group:" + value;
    }
}
