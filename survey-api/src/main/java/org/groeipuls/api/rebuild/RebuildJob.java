package org.groeipuls.api.rebuild;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The views that are made anew.
 *
 * @param job its id
 * @param done events that were read
 * @param total events that are to be read; 0 until it has begun
 * @param eta about how much longer it takes, ISO 8601; absent while that is not known, and afterwards
 * @param differed how many rows were not as history has them; absent until it is done
 */
public record RebuildJob(
        String job,
        State state,
        long done,
        long total,
        @Nullable Duration eta,
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
