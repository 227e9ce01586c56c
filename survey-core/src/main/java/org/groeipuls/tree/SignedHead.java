package org.groeipuls.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What history was on a day, in one line that whoever keeps it can hold against any later copy.
 *
 * @param size how many events
 * @param root the hash of their tree
 * @param key the fingerprint of the key that signed
 * @param signature Ed25519 over {@link #content()}, in base64
 */
public record SignedHead(long size, String root, LocalDate day, String key, String signature) {
    private static final byte[] DOMAIN = "groeipuls/1/head\0".getBytes(UTF_8);

    /** What is signed; see docs/protocol.md. */
    byte[] content() {
        return content(size, TreeHash.parse(root), day, key);
    }

    static byte[] content(long size, TreeHash root, LocalDate day, String key) {
        byte[] on = day.toString().getBytes(UTF_8);
        byte[] fingerprint = HexFormat.of().parseHex(key);
        return ByteBuffer.allocate(
                        DOMAIN.length + Long.BYTES + TreeHash.LENGTH + Integer.BYTES + on.length + fingerprint.length)
                .put(DOMAIN)
                .putLong(size)
                .put(root.bytes())
                .putInt(on.length)
                .put(on)
                .put(fingerprint)
                .array();
    }

    /** Whether this key signed exactly this. */
    public boolean signedBy(HeadKey publicKey) {
        try {
            return key.equals(publicKey.fingerprint())
                    && publicKey.signed(content(), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notWritable) {
            return false;
        }
    }
}
