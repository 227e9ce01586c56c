package org.groeipuls.api.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * Name of a replay and of the job that makes it.
 *
 * @param value the id without its type; 32 lower-case hexadecimal characters where there is such a replay
 */
public record ReplayId(@JsonValue String value) {
    /** @throws IdNotAllowed when the value cannot be such a name */
    @JsonCreator
    public ReplayId {
        IdNotAllowed.check("replay", value);
    }

    static ReplayId fresh() {
        return new ReplayId(UUID.randomUUID().toString().replace("-", ""));
    }
}
