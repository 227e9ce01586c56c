package org.groeipuls.anonymity;

import java.util.Optional;
import java.util.Set;

/**
 * Where the keys and the box secret of every running pulse lie: outside every database, dump and backup, shared by all
 * nodes. All methods may be called by several threads and processes at once.
 *
 * <h2>What is not promised</h2>
 * Whoever copies the vault while a pulse is open can open its ballots. Remnants of unlinked files may linger on the
 * disk.
 */
public interface Vault {

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

    /** @throws KeyLost when the vault has no usable secret of this pulse; the message says what to do */
    BoxSecret boxSecret(String pulse);

    /** @throws KeyLost when the vault has no usable key of this pulse; the message says what to do */
    BoxKey boxKey(String pulse);

    /**
     * Forgets a pulse for ever: writes the others under a new vault key, syncs, and unlinks the old one. May be
     * repeated, also after a crash at any step; the key is gone for certain once it returned.
     */
    void destroy(String pulse);

    /** The pulses whose keys lie here, readable or not. */
    Set<String> pulses();
}
