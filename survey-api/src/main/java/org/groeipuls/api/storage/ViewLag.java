package org.groeipuls.api.storage;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the views have been behind history: the time since the oldest event that is known to be unread was first
 * seen here. Events carry no time of day, so it cannot be read from them.
 */
public final class ViewLag {
    private final HistoryStore history;
    private final ViewPosition views;
    private final LongSupplier nanos;
    private long awaited;
    private long since;

    /** @param nanos a running time in nanoseconds, {@code System::nanoTime} */
    public ViewLag(HistoryStore history, ViewPosition views, LongSupplier nanos) {
        this.history = history;
        this.views = views;
        this.nanos = nanos;
    }

    /** The lag now; zero when the views have read everything. */
    public synchronized Duration read() {
        long head = history.head();
        long position = views.read();
        if (position >= head) {
            awaited = 0;
            return Duration.ZERO;
        }
        if (position >= awaited) {
            awaited = head;
            since = nanos.getAsLong();
        }
        return Duration.ofNanos(nanos.getAsLong() - since);
    }
}
