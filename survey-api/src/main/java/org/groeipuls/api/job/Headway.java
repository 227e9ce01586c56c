package org.groeipuls.api.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far work over history is.
 *
 * @param done events that were read
 * @param total events that are to be read; 0 until it has begun
 * @param spent how long it has been worked on
 */
public record Headway(long done, long total, Duration spent) {
    /** About how much longer it takes if it goes on as it did; absent before anything is known of that. */
    public @Nullable Duration eta() {
        return done == 0 ? null : Duration.ofMillis(Math.round((double) spent.toMillis() / done * (total - done)));
    }
}
