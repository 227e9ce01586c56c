package org.groeipuls.api.job;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How fast long work goes over history: as fast as it can, but at a fixed speed as long as a pulse is open, so that whoever
 * answers has the computer. It follows what everybody knows and nothing that happens in the pulse: the work shows how far it
 * is, and would tell of people who answer if it made way for them.
 */
public final class Pace {
    /** Events a second while a pulse is open. */
    static final int SPEED = 2500;

    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1) / SPEED;
    private static final long ASKED_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier open;
    private final Time time;
    private long since;
    private long asked;
    private boolean held;

    /** A running time in nanoseconds, and how to let it pass. */
    interface Time {
        long now();

        void pass(long nanos);
    }

    /** @param open whether a pulse is open */
    public Pace(BooleanSupplier open) {
        this(open, new Running());
    }

    Pace(BooleanSupplier open, Time time) {
        this.open = open;
        this.time = time;
    }

    /** The work begins, or goes on after something else. */
    public void start() {
        since = time.now();
        ask(since);
    }

    private void ask(long now) {
        asked = now;
        held = open.getAsBoolean();
    }

    /** Returns when this many events more have taken as long as they are to. */
    public void after(long events) {
        long now = time.now();
        if (now - asked >= ASKED_AGAIN) {
            ask(now);
        }
        if (held) {
            time.pass(events * NANOS_EACH - (now - since));
        }
        since = time.now();
    }

    private static final class Running implements Time {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void pass(long nanos) {
            long end = System.nanoTime() + nanos;
            for (long left = nanos;
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
