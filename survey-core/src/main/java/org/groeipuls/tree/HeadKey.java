package org.groeipuls.tree;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public key with which anybody checks the signature of a head: Ed25519, as SubjectPublicKeyInfo in DER. */
public final class HeadKey {
    static final String ALGORITHM = "Ed25519";

    private final byte[] encoded;
    private final PublicKey key;

    private HeadKey(byte[] encoded, PublicKey key) {
        this.encoded = encoded;
        this.key = key;
    }

    /** @throws IllegalArgumentException when this is no Ed25519 key in DER */
    public static HeadKey of(byte[] encoded) {
        try {
            var key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            return new HeadKey(encoded.clone(), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no Ed25519 public key", e);
        }
    }

    /** The key as base64, the way it is published. */
    public static HeadKey parse(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** The key as base64. */
    public String text() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    /** Lower-case hexadecimal SHA-256 of the key. */
    public String fingerprint() {
        return HexFormat.of().formatHex(TreeHash.sha256().digest(encoded));
    }

    boolean signed(byte[] content, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
