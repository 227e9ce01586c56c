package org.groeipuls.api.storage;

/** Knows when what was committed to a store is safe on disk: nothing is acknowledged before. */
public interface StoreSync {

    /**
     * Returns when everything that was committed before this call is safe on disk.
     *
     * @throws NotDurable when that cannot be promised; whoever asked must not acknowledge anything
     */
    void awaitDurable();
}
