package org.groeipuls.api.replay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.groeipuls.api.job.Headway;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param done events that were read
 * @param total events that are to be read
 * @param head the position up to which history is read; 0 until it has begun
 * @param spent how long it has been worked on
 */
public record Job(
        ReplayId id,
        State state,
        long done,
        long total,
        long head,
        Duration spent,
        LocalDate startedOn,
        ReplayTerms terms) {
    /** Where it stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** The stable name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more will happen. */
        public boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }

    /** About how much longer it takes; absent before anything is known of that, and afterwards. */
    public @Nullable Duration eta() {
        return state == State.RUNNING ? new Headway(done, total, spent).eta() : null;
    }
}
