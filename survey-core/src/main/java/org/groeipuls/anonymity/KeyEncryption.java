package org.groeipuls.anonymity;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the vault key itself is kept: as it is, or wrapped by a key that lies elsewhere (another disk, a key management
 * server, a TPM). Whoever copies the vault's folder then has nothing without that key.
 */
public interface KeyEncryption {
    /** The vault key as it may be written to the vault's folder. */
    byte[] wrap(byte[] vaultKey);

    /** @throws KeyLost when this was wrapped with another key, or altered */
    byte[] unwrap(byte[] wrapped);

    /** Keeps the vault key as it is: the folder's permissions are all that guards it. */
    static KeyEncryption none() {
        return new KeyEncryption() {
            @Override
            public byte[] wrap(byte[] vaultKey) {
                return vaultKey.clone();
            }

            @Override
            public byte[] unwrap(byte[] wrapped) {
                return wrapped.clone();
            }
        };
    }

    /**
     * Wraps with AES key wrap (RFC 3394).
     *
     * @param key 32 bytes that lie outside the vault's folder and its backups
     * @throws IllegalArgumentException when it has another length
     */
    static KeyEncryption aes(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("The key that wraps the vault key has 32 bytes, not " + key.length);
        }
        SecretKeySpec wrapping = new SecretKeySpec(key, "AES");
        return new KeyEncryption() {
            @Override
            public byte[] wrap(byte[] vaultKey) {
                try {
                    Cipher cipher = Cipher.getInstance("AESWrap");
                    cipher.init(Cipher.WRAP_MODE, wrapping);
                    return cipher.wrap(new SecretKeySpec(vaultKey, "AES"));
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException("Every Java platform has AESWrap", impossible);
                }
            }

            @Override
            public byte[] unwrap(byte[] wrapped) {
                try {
                    Cipher cipher = Cipher.getInstance("AESWrap");
                    cipher.init(Cipher.UNWRAP_MODE, wrapping);
                    return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
                } catch (GeneralSecurityException refused) {
                    throw new KeyLost(
                            "The vault key was wrapped with another key than the one that is configured; give this"
                                    + " node the key that the vault was founded with",
                            refused);
                }
            }
        };
    }
}
