package org.groeipuls.api.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * What happens at the first storage error: nothing is acknowledged any more, readiness goes down, and the process ends
 * so that it is started again on a store that is checked.
 */
final class StorageErrors implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(StorageErrors.class);

    private final Runnable end;
    private volatile boolean failed;

    /** @param end ends the process; called on a thread of its own */
    StorageErrors(Runnable end) {
        this.end = end;
    }

    void first(Throwable error) {
        failed = true;
        LOG.error(
                "Storage failed ({}); nothing is acknowledged any more and the server stops. Check disk and space,"
                        + " then start it again",
                error.toString());
        Thread.ofPlatform().name("storage-failed").start(end);
    }

    @Override
    public Health health() {
        return failed ? Health.down().build() : Health.up().build();
    }
}
