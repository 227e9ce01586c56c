package org.groeipuls.api.past;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which days are over, so that what is known of them does not change any more: for views, pages and replays alike. */
public final class SettledDays {
    /** What was recorded in the last moment of a day is there by then, also by a node whose clock is up to 90 s behind. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final InstantSource clock;

    public SettledDays(InstantSource clock) {
        this.clock = clock;
    }

    /** The last of them. */
    public LocalDate latest() {
        return LocalDate.ofInstant(clock.instant().minus(SETTLED), ZoneOffset.UTC)
                .minusDays(1);
    }

    /** Whether a day is one of them: what will be known by the evening of today is not known yet. */
    public boolean hold(LocalDate day) {
        return day.getYear() >= 1 && !day.isAfter(latest());
    }
}
