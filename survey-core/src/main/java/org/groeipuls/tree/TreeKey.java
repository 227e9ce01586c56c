package org.groeipuls.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which the salts of leaves come, and the private key that signs heads. A tree that is made anew with it
 * is the same tree; without it no head can be signed that an old key's holder would believe.
 *
 * <pre>encoded = 1 | secret(32) | length(2) | private key (PKCS #8) | public key (SubjectPublicKeyInfo)</pre>
 */
public final class TreeKey {
    private static final byte VERSION = 1;
    private static final int SECRET = 32;
    private static final byte[] SALT = "groeipuls/1/salt\0".getBytes(UTF_8);
    private static final byte[] MARK = "groeipuls/1/tree\0".getBytes(UTF_8);

    private final byte[] secret;
    private final PrivateKey signing;
    private final HeadKey publicKey;

    private TreeKey(byte[] secret, PrivateKey signing, HeadKey publicKey) {
        this.secret = secret;
        this.signing = signing;
        this.publicKey = publicKey;
    }

    /** A fresh one, encoded. */
    public static byte[] generate(SecureRandom chance) {
        byte[] secret = new byte[SECRET];
        chance.nextBytes(secret);
        try {
            var pair = KeyPairGenerator.getInstance(HeadKey.ALGORITHM).generateKeyPair();
            byte[] signing = pair.getPrivate().getEncoded();
            byte[] verifying = pair.getPublic().getEncoded();
            return ByteBuffer.allocate(1 + SECRET + Short.BYTES + signing.length + verifying.length)
                    .put(VERSION)
                    .put(secret)
                    .putShort((short) signing.length)
                    .put(signing)
                    .put(verifying)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }

    /** @throws IllegalArgumentException when these are not the bytes of a key */
    public static TreeKey of(byte[] encoded) {
        try {
            var from = ByteBuffer.wrap(encoded);
            if (from.get() != VERSION) {
                throw new IllegalArgumentException("This version of the tree's key is not known");
            }
            byte[] secret = take(from, SECRET);
            byte[] signing = take(from, from.getShort());
            var key = KeyFactory.getInstance(HeadKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(signing));
            return new TreeKey(secret, key, HeadKey.of(take(from, from.remaining())));
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException | NegativeArraySizeException damaged) {
            throw new IllegalArgumentException("The file of the tree's key is damaged", damaged);
        }
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /** The salt of the event at a position: {@code HMAC-SHA256(secret, "groeipuls/1/salt" | 0x00 | position(8))}. */
    public byte[] salt(long position) {
        return mac(ByteBuffer.allocate(SALT.length + Long.BYTES)
                .put(SALT)
                .putLong(position)
                .array());
    }

    /** Tells this key from any other, and nothing else: the salts of another key give another tree. */
    public String mark() {
        return HexFormat.of().formatHex(mac(MARK));
    }

    private byte[] mac(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    public HeadKey publicKey() {
        return publicKey;
    }

    /** Signs what history is on a day; the same gives the same signature. */
    public SignedHead sign(long size, TreeHash root, LocalDate day) {
        var key = publicKey.fingerprint();
        try {
            var signature = Signature.getInstance(HeadKey.ALGORITHM);
            signature.initSign(signing);
            signature.update(SignedHead.content(size, root, day, key));
            return new SignedHead(
                    size, root.toString(), day, key, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A head cannot be signed", e);
        }
    }

    @Override
    public String toString() {
        return "TreeKey[not shown]";
    }
}
