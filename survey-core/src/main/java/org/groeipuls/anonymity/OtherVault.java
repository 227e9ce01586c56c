package org.groeipuls.anonymity;

/**
 * The vault is not the one that was opened, or not the one that history belongs to. Nothing is lost by it, and nothing may
 * be taken for lost: whoever has the right vault can go on.
 */
public final class OtherVault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OtherVault(String message) {
        super(message);
    }
}
