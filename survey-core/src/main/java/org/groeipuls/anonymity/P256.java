package org.groeipuls.anonymity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * The curve P-256: public keys as SubjectPublicKeyInfo (26 fixed bytes before the uncompressed point, RFC 5480) and
 * back, and ECDSA with SHA-256 in the form r | s (64 bytes).
 */
final class P256 {
    private static final byte[] SPKI_PREFIX =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    static final int POINT = 65;
    static final int SCALAR = 32;
    static final int SIGNATURE = 64;
    private static final String ECDSA = "SHA256withECDSAinP1363Format";
    private static final ECDomainParameters CURVE = new ECDomainParameters(CustomNamedCurves.getByName("P-256"));

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

    /** Whether these 65 bytes are an uncompressed point of the curve. */
    static boolean onCurve(byte[] point) {
        if (point.length != POINT || point[0] != 4) {
            return false;
        }
        try {
            return CURVE.getCurve().decodePoint(point).isValid();
        } catch (IllegalArgumentException notOnIt) {
            return false;
        }
    }

    static KeyPair generate(SecureRandom chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), chance);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw noCurve(impossible);
        }
    }

    static byte[] sign(PrivateKey key, byte[] statement) {
        try {
            Signature ecdsa = Signature.getInstance(ECDSA);
            ecdsa.initSign(key);
            ecdsa.update(statement);
            return ecdsa.sign();
        } catch (GeneralSecurityException impossible) {
            throw noCurve(impossible);
        }
    }

    /** Whether this is a signature by the key with this point; BouncyCastle takes less than half of the JDK's time. */
    static boolean verifies(byte[] point, byte[] statement, byte[] signature) {
        if (signature.length != SIGNATURE || !onCurve(point)) {
            return false;
        }
        ECDSASigner ecdsa = new ECDSASigner();
        ecdsa.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE));
        return ecdsa.verifySignature(
                Digests.sha256(statement),
                new BigInteger(1, Arrays.copyOf(signature, SCALAR)),
                new BigInteger(1, Arrays.copyOfRange(signature, SCALAR, SIGNATURE)));
    }

    private static IllegalStateException noCurve(GeneralSecurityException cause) {
        return new IllegalStateException("Every Java platform has P-256 and ECDSA on it", cause);
    }
}
