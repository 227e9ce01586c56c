package org.groeipuls.api.job;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Says how far work is: at once, then whenever a hundredth more is done or a quarter of a second has passed. */
public final class Account {
    private static final long EVERY_MILLIS = 250;
    private static final int PARTS = 100;

    private final LongSupplier millis;
    private final long begun;
    private final Listener listener;
    private boolean silent = true;
    private long told;
    private long toldDone;

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Listener {
        /** Whether to go on. */
        boolean goesOn(Headway headway);
    }

    /**
     * @param millis a running time in milliseconds
     * @param spent how long it was worked on before
     */
    public Account(LongSupplier millis, Duration spent, Listener listener) {
        this.millis = millis;
        this.begun = millis.getAsLong() - spent.toMillis();
        this.listener = listener;
    }

    /** So many events were read; says whether to go on. */
    public boolean at(long done, long total) {
        long now = millis.getAsLong();
        if (silent || now - told >= EVERY_MILLIS || done - toldDone >= total / PARTS) {
            silent = false;
            told = now;
            toldDone = done;
            return listener.goesOn(headway(done, total, now));
        }
        return true;
    }

    /** The last word; says whether it is this one's to end. */
    public boolean end(long done, long total) {
        return listener.goesOn(headway(done, total, millis.getAsLong()));
    }

    private Headway headway(long done, long total, long now) {
        return new Headway(done, total, Duration.ofMillis(now - begun));
    }
}
