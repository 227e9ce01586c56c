package org.groeipuls.api.tree;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Reads all of history, which takes a minute for a million events: one reading at a time on a node, and those who ask while
 * one is under way share the next.
 */
final class WholeReading {
    private final Supplier<Optional<String>> reading;
    private final AtomicLong asked = new AtomicLong();
    private long answered;
    private Optional<String> found = Optional.empty();

    WholeReading(Supplier<Optional<String>> reading) {
        this.reading = reading;
    }

    /** What a reading found that began after this was called. */
    Optional<String> fault() {
        long turn = asked.incrementAndGet();
        synchronized (this) {
            if (answered < turn) {
                long before = asked.get();
                found = reading.get();
                answered = before;
            }
            return found;
        }
    }
}
