package org.groeipuls.anonymity;

import java.util.Optional;
import java.util.Set;

/**
 * The keys of released texts, one per pulse, until their retention ends; or those of mailed links, until the pulse
 * closes. They open no ballot: whoever reads texts that were released needs no more than this.
 */
public interface TextKeys {
    /** The key of a pulse, made when there is none; on disk and synced when it returns. */
    TextKey establish(String pulse);

    /**
     * The key of a pulse; empty when there never was one or its retention ended.
     *
     * @throws KeyLost when it stands there but cannot be read
     */
    Optional<TextKey> find(String pulse);

    /** Destroys the key of a pulse for ever, as {@link PulseKeys#destroy} does; may be repeated. */
    void destroy(String pulse);

    /** The pulses whose texts can still be read. */
    Set<String> pulses();
}
