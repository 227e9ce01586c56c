package org.groeipuls.system.architecture.breach.api.peeking;

import org.groeipuls.anonymity.Vault;
import org.springframework.web.bind.annotation.RestController;

/** Has what gives out the key, though it does not ask for it yet. */
@RestController
public final class KeyringResource {
    private final Vault vault;

    KeyringResource(Vault vault) {
        this.vault = vault;
    }

    /** Harmless so far. */
    public int pulses() {
        return vault.pulses().size();
    }
}
