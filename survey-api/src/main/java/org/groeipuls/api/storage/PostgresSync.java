package org.groeipuls.api.storage;

/**
 * PostgreSQL syncs at commit: with {@code fsync} and {@code synchronous_commit} on, what is committed, or seen as
 * committed by another transaction, is on disk already. Whoever opens the store refuses it without them.
 */
public final class PostgresSync implements StoreSync {
    @Override
    public void awaitDurable() {
        // nothing is left to wait for
    }
}
