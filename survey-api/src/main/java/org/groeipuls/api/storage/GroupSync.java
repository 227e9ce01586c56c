package org.groeipuls.api.storage;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that syncs a store for all who wait. A waiter is released only by a sync that began after it asked, since
 * one that was already running may have passed over its commit. The first error poisons it for ever: a store that
 * failed to write once cannot be trusted to have written anything, however well the next sync seems to go.
 */
public final class GroupSync implements StoreSync, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Brings everything that is committed when it begins to disk. */
    public interface Step {
        /** @throws Exception when the store may not be on disk */
        void sync() throws Exception;
    }

    private final Step step;
    private final Consumer<Throwable> onFirstError;
    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final Thread syncer;
    private long syncsBegun;
    private long syncsEnded;
    private long syncsWanted;
    private boolean closed;
    private @Nullable Throwable poison;

    /** Starts the syncing thread. */
    public GroupSync(String name, Step step, Consumer<Throwable> onFirstError) {
        this(name, step, onFirstError, PATIENCE);
    }

    /**
     * @param step what one sync is
     * @param onFirstError told once, by the syncing thread, after all waiters were refused: the server then stops
     *     acknowledging, goes unready and exits
     * @param patience how long a waiter waits before it is told that nothing is known
     */
    public GroupSync(String name, Step step, Consumer<Throwable> onFirstError, Duration patience) {
        this.step = step;
        this.onFirstError = onFirstError;
        this.patience = patience.toNanos();
        this.syncer = Thread.ofPlatform().name("sync " + name).daemon().start(this::run);
    }

    @Override
    public void awaitDurable() {
        boolean interrupted = false;
        lock.lock();
        try {
            long mine = syncsBegun + 1;
            syncsWanted = Math.max(syncsWanted, mine);
            asked.signal();
            long left = patience;
            while (true) {
                refuseWhenUseless();
                if (syncsEnded >= mine) {
                    return;
                }
                if (left <= 0) {
                    throw new NotDurable("The disk is slow: what was sent may not be safe yet. Send it again");
                }
                try {
                    left = ended.awaitNanos(left);
                } catch (InterruptedException later) {
                    interrupted = true; // the commit stands: its sync is waited for all the same
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void refuseWhenUseless() {
        if (poison != null) {
            throw new NotDurable("The store failed to write and is not used any more: restart on a sound disk", poison);
        }
        if (closed) {
            throw new NotDurable("The store is closed");
        }
    }

    /** How many wait now; for tests. */
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(ended);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (begin()) {
                step.sync();
                end();
            }
        } catch (Throwable failed) {
            poison(failed);
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            while (!closed && syncsWanted <= syncsEnded) {
                asked.awaitUninterruptibly();
            }
            syncsBegun++;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            syncsEnded = syncsBegun;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void poison(Throwable failed) {
        lock.lock();
        try {
            poison = failed;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        onFirstError.accept(failed);
    }

    /** Refuses all waiters and ends the thread after the sync that is running, if any. */
    @Override
    public void close() {
        boolean poisoned;
        lock.lock();
        try {
            closed = true;
            poisoned = poison != null;
            asked.signal();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        // a poisoned syncer syncs no more, and may be the one that shuts the server down and waits for this
        if (!poisoned) {
            joinUninterruptibly();
        }
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (syncer.isAlive()) {
            try {
                syncer.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
