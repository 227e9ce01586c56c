package org.groeipuls.api.job;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How fast long work goes over history: as fast as it can, but at a fixed speed as long as people are asked, so that whoever
 * fetches a ticket or answers has the computer. It follows what everybody knows and nothing that happens in the pulse: the work
 * shows how far it is, and would tell of people who answer if it made way for them.
 */
public final class Pace {
    /** Events a second while people are asked. */
    static final int SPEED = 2500;

    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1) / SPEED;
    private static final long LOOKED_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier asked;
    private final Time time;
    private long done;
    private long since;
    private long looked;
    private boolean held;
    private boolean begun;

    /** A running time in nanoseconds, and how to let it pass. */
    interface Time {
        long now();

        void pass(long nanos);
    }

    /** @param asked whether people are asked, from the first ticket until the count */
    public Pace(BooleanSupplier asked) {
        this(asked, new Running());
    }

    Pace(BooleanSupplier asked, Time time) {
        this.asked = asked;
        this.time = time;
    }

    /** The work begins, or goes on where so many events were done. */
    public void start(long from) {
        begun = true;
        done = from;
        since = time.now();
        look(since);
    }

    private void look(long now) {
        looked = now;
        held = asked.getAsBoolean();
    }

    /** Returns when the events up to so many have taken as long as they are to; the first it hears of are where work begins. */
    public void at(long events) {
        if (!begun) {
            start(events);
            return;
        }
        long now = time.now();
        if (now - looked >= LOOKED_AGAIN) {
            look(now);
        }
        if (held) {
            time.pass((events - done) * NANOS_EACH - (now - since));
        }
        done = events;
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
