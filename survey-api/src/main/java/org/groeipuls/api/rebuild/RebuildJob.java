package org.groeipuls.api.rebuild;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The views that are made anew.
 *
 * @param job its id
 * @param done up to which position history was read
 * @param total up to which position it will be; 0 until it has begun
 * @param differed how many rows were not as history has them; absent until it is done
 */
public record RebuildJob(
        String job,
        State state,
        long done,
        long total,
        @Nullable Long differed,
        LocalDate startedOn) {
    /** Where it stands. It is never cancelled: it changes nothing before its last step. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        /** The stable name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more will happen. */
        public boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }
}
