package org.groeipuls.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * One programme.
 *
 * @param value the id without its type, as in paths and JSON; 1 to 53 of A-Z a-z 0-9 . _ -, so that a day fits behind it
 */
public record ProgrammeId(@JsonValue String value) implements Comparable<ProgrammeId> {
    private static final int LONGEST = 53;

    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public ProgrammeId {
        IdNotAllowed.check("programme", value, LONGEST);
    }

    /** The pulse that opens on this day; always the same, so that it is issued once whoever issues it. */
    public PulseId pulseOf(LocalDate day) {
        return new PulseId(value + "-" + day);
    }

    @Override
    public int compareTo(ProgrammeId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "programme:" + value;
    }
}
