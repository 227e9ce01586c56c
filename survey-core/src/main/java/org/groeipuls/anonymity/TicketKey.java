package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * The public half of the key that signs the blind tickets of one group in one pulse: RSA with 2048 bits, as in RFC
 * 9474, variant RSABSSA-SHA384-PSS-Randomized.
 */
public final class TicketKey {
    /** Bytes of a signature, a blinded message and a blind signature. */
    public static final int MODULUS = 256;

    static final int PREFIX = 32;
    private static final byte[] MESSAGE = "groeipuls/1/ticket\0".getBytes(US_ASCII);
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, PSSParameterSpec.TRAILER_FIELD_BC);

    private final byte[] spki;
    private final PublicKey key;

    private TicketKey(byte[] spki, PublicKey key) {
        this.spki = spki;
        this.key = key;
    }

    /**
     * @param spki SubjectPublicKeyInfo in DER
     * @throws IllegalArgumentException when this is no RSA key of 2048 bits with exponent 65537, or written in another way
     */
    public static TicketKey of(byte[] spki) {
        try {
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki));
            if (key instanceof RSAPublicKey rsa
                    && rsa.getModulus().bitLength() == 8 * MODULUS
                    && rsa.getPublicExponent().equals(BigInteger.valueOf(65537))
                    && Arrays.equals(key.getEncoded(), spki)) {
                return new TicketKey(spki.clone(), key);
            }
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("Not a ticket key: it cannot be read as an RSA key", notAKey);
        }
        throw new IllegalArgumentException("Not a ticket key: RSA with 2048 bits and exponent 65537, as"
                + " SubjectPublicKeyInfo in DER, is what tickets are signed with");
    }

    /** @throws IllegalArgumentException as {@link #of}, and when this is no base64 */
    public static TicketKey ofBase64(String spki) {
        return of(Base64.getDecoder().decode(spki));
    }

    /** SubjectPublicKeyInfo in base64, as one line. */
    public String base64() {
        return Base64.getEncoder().encodeToString(spki);
    }

    /** Lower-case hex SHA-256 of the SubjectPublicKeyInfo. */
    public String fingerprint() {
        return PublicKeys.fingerprint(spki);
    }

    /** Whether this is a number of 256 bytes below the modulus, which is all that can be signed blindly. */
    public boolean takes(byte[] blindedMessage) {
        return blindedMessage.length == MODULUS
                && new BigInteger(1, blindedMessage).compareTo(parameters().getModulus()) < 0;
    }

    /**
     * The ticket that these bytes are, empty when it was not signed with this key, or is written in another way.
     *
     * @param encoded {@link BlindTicket#LENGTH} bytes
     */
    public Optional<BlindTicket> verified(byte[] encoded) {
        if (encoded.length != BlindTicket.LENGTH) {
            return Optional.empty();
        }
        byte[] prefix = Arrays.copyOf(encoded, PREFIX);
        byte[] point = Arrays.copyOfRange(encoded, PREFIX, PREFIX + P256.POINT);
        byte[] signature = Arrays.copyOfRange(encoded, PREFIX + P256.POINT, BlindTicket.LENGTH);
        byte[] message = message(point);
        return signed(prefix, message, signature) && P256.onCurve(point)
                ? Optional.of(new BlindTicket(encoded.clone(), message, point))
                : Optional.empty();
    }

    private boolean signed(byte[] prefix, byte[] message, byte[] signature) {
        return signed(key, PSS, signature, prefix, message);
    }

    /** Whether this is the RSASSA-PSS signature (RFC 8017) of the joined parts. */
    static boolean signed(PublicKey key, PSSParameterSpec variant, byte[] signature, byte[]... parts) {
        try {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(variant);
            pss.initVerify(key);
            for (byte[] part : parts) {
                pss.update(part);
            }
            return pss.verify(signature);
        } catch (java.security.SignatureException notASignature) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform verifies RSASSA-PSS", impossible);
        }
    }

    /** What is signed for a ballot key: bound to this key, and so to one pulse and one group. */
    byte[] message(byte[] point) {
        byte[] digest = Digests.sha256(spki);
        byte[] message = Arrays.copyOf(MESSAGE, MESSAGE.length + digest.length + point.length);
        System.arraycopy(digest, 0, message, MESSAGE.length, digest.length);
        System.arraycopy(point, 0, message, MESSAGE.length + digest.length, point.length);
        return message;
    }

    RSAKeyParameters parameters() {
        try {
            return (RSAKeyParameters) PublicKeyFactory.createKey(spki);
        } catch (IOException impossible) {
            throw new IllegalStateException("It was read as a key before", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TicketKey that && Arrays.equals(spki, that.spki);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(spki);
    }

    @Override
    public String toString() {
        return "TicketKey[" + fingerprint() + "]";
    }
}
