package org.groeipuls.system.architecture.breach.api.peeking;

import org.groeipuls.anonymity.Vault;
import org.groeipuls.ballot.BallotBoxes;

/** Opens a box without ever writing the key's type down. */
public record KeyThief(Vault vault, BallotBoxes boxes) {
    /** What a box holds. */
    public Object peek(String pulse) {
        return boxes.open(pulse, vault.boxKey(pulse));
    }
}
