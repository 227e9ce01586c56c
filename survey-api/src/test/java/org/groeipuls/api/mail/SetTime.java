package org.groeipuls.api.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it is put. */
final class SetTime implements InstantSource {
    private volatile Instant now;

    SetTime(Instant now) {
        this.now = now;
    }

    void set(Instant instant) {
        now = instant;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
