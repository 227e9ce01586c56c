package org.groeipuls.anonymity;

/**
 * Where the keys and the box secret of every running pulse lie: outside every database, dump and backup, shared by all
 * nodes. Only the count asks it for what opens a box.
 *
 * <h2>What is not promised</h2>
 * Whoever copies the vault while a pulse is open can open its ballots. Remnants of unlinked files may linger on the
 * disk.
 */
public interface Vault extends PulseKeys, BlindSigner {

    /**
     * What tells this vault from every other, made when it was founded; nothing secret.
     *
     * @throws OtherVault when the vault that was opened is not in its place any more
     */
    String identity();

    /** @throws KeyLost when the vault has no usable secret of this pulse; the message says what to do */
    BoxSecret boxSecret(String pulse);

    /** @throws KeyLost when the vault has no usable key of this pulse; the message says what to do */
    BoxKey boxKey(String pulse);
}
