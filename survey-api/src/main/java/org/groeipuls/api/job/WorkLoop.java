package org.groeipuls.api.job;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread that comes after everything else and looks for work when its bell rings, and now and then by itself. */
public abstract class WorkLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final String name;
    private final Semaphore bell;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param bell rings when there may be something to do
     */
    protected WorkLoop(String name, Semaphore bell) {
        this.name = name;
        this.bell = bell;
    }

    /** Does what there is to do; what stands in its way is logged, and looked at again later. */
    protected abstract void round();

    /** Done once, before the first round. */
    protected void first() {}

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .priority(Thread.MIN_PRIORITY)
                .start(this::work);
    }

    /** Returns when the thread has ended. */
    @Override
    public synchronized void stop() {
        running = false;
        bell.release();
        var ending = thread;
        if (ending != null) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether to go on. */
    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        safely(this::first);
        while (running) {
            safely(this::round);
            try {
                if (bell.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("The {} have to wait: {}", name, e.getClass().getName());
        }
    }
}
