package org.groeipuls.api.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * Name of a replay and of the job that makes it.
 *
 * @param value 32 lower-case hexadecimal characters
 */
public record ReplayId(@JsonValue String value) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{32}");

    /** @throws IdNotAllowed when the value cannot be such a name */
    @JsonCreator
    public ReplayId {
        if (!WRITTEN.matcher(value).matches()) {
            IdNotAllowed.check("replay", "");
        }
    }

    static ReplayId fresh() {
        return new ReplayId(UUID.randomUUID().toString().replace("-", ""));
    }
}
