package org.groeipuls.api.mail;

import java.time.Duration;
import java.time.Instant;

/** How long a mail server that could not be reached is left alone: longer each time. */
final class Silence {
    private static final int LONGEST = 15;

    private volatile int unreachable;
    private volatile Instant until = Instant.EPOCH;

    boolean holds(Instant now) {
        return now.isBefore(until);
    }

    void end() {
        until = Instant.EPOCH;
    }

    void reached() {
        unreachable = 0;
    }

    void missed(Instant now) {
        until = now.plus(Duration.ofMinutes(minutes(unreachable, LONGEST)));
        unreachable++;
    }

    /** Whether the mail server could be reached when it was last needed. */
    boolean reachable() {
        return unreachable == 0;
    }

    /** Minutes: 1, 2, 4 and so on, up to a longest. */
    static int minutes(int attempts, int longest) {
        return attempts > 20 ? longest : Math.min(longest, 1 << attempts);
    }
}
