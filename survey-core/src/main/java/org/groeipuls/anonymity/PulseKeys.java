package org.groeipuls.anonymity;

import java.util.Optional;
import java.util.Set;

/**
 * Makes, shows and destroys the keys of pulses; whoever issues or ends a pulse needs no more. From here nothing that
 * opens a ballot can be reached. All methods may be called by several threads and processes at once.
 */
public interface PulseKeys {

    /**
     * Creates both key pairs and the box secret of a pulse unless they are there; they are on disk and synced when it
     * returns.
     *
     * @param pulse id of the pulse, 1 to 80 characters
     * @return the public halves
     * @throws KeyLost when something stands there that cannot be read
     */
    PublicKeys establish(String pulse);

    /**
     * The public halves, empty when this vault never had or no longer has them.
     *
     * @throws KeyLost when they stand there but cannot be read
     */
    Optional<PublicKeys> publicKeys(String pulse);

    /**
     * Forgets a pulse for ever: writes the others under a new vault key, syncs, and unlinks the old one. May be
     * repeated, also after a crash at any step; the key is gone for certain once it returned.
     */
    void destroy(String pulse);

    /** The pulses whose keys lie here, readable or not. */
    Set<String> pulses();
}
