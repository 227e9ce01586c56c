package org.groeipuls.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * The release of one pulse; there is never a second one.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record ReleaseId(@JsonValue String value) implements Comparable<ReleaseId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public ReleaseId {
        IdNotAllowed.check("release", value);
    }

    /** The release of {@code pulse}. */
    public static ReleaseId of(PulseId pulse) {
        return new ReleaseId(pulse.value());
    }

    @Override
    public int compareTo(ReleaseId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "release:" + value;
    }
}
