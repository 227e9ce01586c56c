package org.groeipuls.anonymity;

/**
 * What turns a nullifier into the mark under which a ballot lies: without it nobody can tell from a ticket which
 * ballot it belongs to.
 */
public final class BoxSecret {
    static final int LENGTH = 32;
    private final byte[] secret;

    BoxSecret(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("A box secret has " + LENGTH + " bytes");
        }
        this.secret = secret.clone();
    }

    /** HMAC-SHA256 (RFC 2104) of a nullifier under this secret; 32 bytes. */
    public byte[] mark(byte[] nullifier) {
        return Digests.hmac(secret, nullifier);
    }

    byte[] bytes() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "BoxSecret[not shown]";
    }
}
