package org.groeipuls.development;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * One bundle of development points.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record BundleId(@JsonValue String value) implements Comparable<BundleId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public BundleId {
        IdNotAllowed.check("bundle", value);
    }

    @Override
    public int compareTo(BundleId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "bundle:" + value;
    }
}
