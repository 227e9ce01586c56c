package org.groeipuls.anonymity;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

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
    private static final EllipticCurve CURVE = curve();

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

    /** Whether these 65 bytes are an uncompressed point of the curve: y² = x³ + ax + b, both below p. */
    static boolean onCurve(byte[] point) {
        if (point.length != POINT || point[0] != 4) {
            return false;
        }
        BigInteger p = ((ECFieldFp) CURVE.getField()).getP();
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + SCALAR));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + SCALAR, POINT));
        BigInteger right =
                x.pow(3).add(CURVE.getA().multiply(x)).add(CURVE.getB()).mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
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

    static boolean verifies(byte[] point, byte[] statement, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            Signature ecdsa = Signature.getInstance(ECDSA);
            ecdsa.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki(point))));
            ecdsa.update(statement);
            return ecdsa.verify(signature);
        } catch (SignatureException notASignature) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw noCurve(impossible);
        }
    }

    private static EllipticCurve curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
        } catch (GeneralSecurityException impossible) {
            throw noCurve(impossible);
        }
    }

    private static IllegalStateException noCurve(GeneralSecurityException cause) {
        return new IllegalStateException("Every Java platform has P-256 and ECDSA on it", cause);
    }
}
