package org.groeipuls.system.architecture.breach.core.clock;

import java.time.Instant;

/** Plays a class of core. */
public final class ClockReader {
    private ClockReader() {}

    /** Whether the end has passed. */
    public static boolean over(Instant closesAt) {
        return closesAt.isBefore(Instant.now());
    }
}
