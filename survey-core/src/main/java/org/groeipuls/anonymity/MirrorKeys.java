package org.groeipuls.anonymity;

import java.util.Optional;
import java.util.Set;

/** The keys of leads' own answers, one per lead, under ids that say nothing; until the lead is erased. */
public interface MirrorKeys {
    /** The key with this id, made when there is none; on disk and synced when it returns. */
    MirrorKey establish(String id);

    /**
     * The key with this id; empty when there never was one or its lead was erased.
     *
     * @throws KeyLost when it stands there but cannot be read
     */
    Optional<MirrorKey> find(String id);

    /** Destroys a key for ever, as {@link PulseKeys#destroy} does; may be repeated. */
    void destroy(String id);

    /** The ids of all keys that can still be used. */
    Set<String> ids();
}
