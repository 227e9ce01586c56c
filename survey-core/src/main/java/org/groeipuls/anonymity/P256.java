package org.groeipuls.anonymity;

import java.util.Arrays;
import java.util.HexFormat;

/** P-256 public keys as SubjectPublicKeyInfo (26 fixed bytes before the uncompressed point, RFC 5480) and back. */
final class P256 {
    private static final byte[] SPKI_PREFIX =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    static final int POINT = 65;
    static final int SCALAR = 32;

    private P256() {}

    static byte[] spki(byte[] point) {
        byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + POINT);
        System.arraycopy(point, 0, spki, SPKI_PREFIX.length, POINT);
        return spki;
    }

    static byte[] point(byte[] spki) {
        if (spki.length != SPKI_PREFIX.length + POINT
                || !Arrays.equals(SPKI_PREFIX, 0, SPKI_PREFIX.length, spki, 0, SPKI_PREFIX.length)
                || spki[SPKI_PREFIX.length] != 4) {
            throw new IllegalArgumentException("Not a P-256 public key: give the SubjectPublicKeyInfo in DER (91 bytes,"
                    + " uncompressed point), as openssl pkey -pubout -outform DER writes it");
        }
        return Arrays.copyOfRange(spki, SPKI_PREFIX.length, spki.length);
    }
}
