package org.groeipuls.api.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Long work that leaves the processors to whoever else needs them: as long as the rest of the process is busy, with people who
 * answer above all, it rests seven times as long as it works. It looks at what processors did and at nothing else, so it
 * neither counts nor remembers who asked for what.
 */
final class Courtesy {
    /** Of one processor; what collecting its own garbage takes is less. */
    private static final double BUSY = .25;

    private static final int TIMES = 7;

    /** The process's time comes in steps of a hundredth of a second. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Much shorter than anybody waits for word of the work. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Times times;
    private long wall;
    private long process;
    private long own;

    /** Running times in nanoseconds, and how to let them pass. */
    interface Times {
        long wall();

        /** Of all processors, by the whole process. */
        long process();

        /** Of all processors, by the threads of this work. */
        long own();

        void rest(long nanos);
    }

    Courtesy(Times times) {
        this.times = times;
        look();
    }

    /** The work of the thread that asks and of another one. */
    static Courtesy of(long other) {
        var threads = ManagementFactory.getThreadMXBean();
        long asking = Thread.currentThread().threadId();
        return new Courtesy(new Processors(threads, asking, other));
    }

    private void look() {
        wall = times.wall();
        process = times.process();
        own = times.own();
    }

    /** Rests if the others were busy since the last time; to be called between two pieces of work. */
    void giveWay() {
        long worked = times.wall() - wall;
        if (worked < LEAST_NANOS) {
            return;
        }
        long others = times.process() - process - (times.own() - own);
        if (others > BUSY * worked) {
            times.rest(Math.min(LONGEST_NANOS, TIMES * worked));
        }
        look();
    }

    private record Processors(ThreadMXBean threads, long asking, long other) implements Times {
        @Override
        public long wall() {
            return System.nanoTime();
        }

        @Override
        public long process() {
            return ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean known
                    ? known.getProcessCpuTime()
                    : 0;
        }

        @Override
        public long own() {
            return Math.max(0, threads.getThreadCpuTime(asking)) + Math.max(0, threads.getThreadCpuTime(other));
        }

        @Override
        public void rest(long nanos) {
            long end = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }
}
