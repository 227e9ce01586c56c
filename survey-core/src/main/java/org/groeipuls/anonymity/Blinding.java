package org.groeipuls.anonymity;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSABlindSignatureParameters;
import org.bouncycastle.crypto.params.RSABlindingParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.util.BigIntegers;

/**
 * One message prepared and blinded as RFC 9474 says (sections 4.1 and 4.2), with what takes the blinding off (4.4).
 *
 * <p>The blinding factor is uniform over all numbers below the modulus that have an inverse. BouncyCastle's own client
 * draws it below half of the largest number of that length; whoever holds the signing key could then tell of up to half
 * of all pairs of a request and a ticket that they do not belong together.
 *
 * @param prepared the message with its random prefix, if the variant has one
 * @param blinded what is sent to be signed; as long as the modulus
 * @param factor the blinding factor
 */
record Blinding(RSAKeyParameters key, byte[] prepared, byte[] blinded, BigInteger factor) {

    static Blinding of(RSABlindSignatureParameters variant, RSAKeyParameters key, byte[] message, SecureRandom chance) {
        byte[] prepared = prepared(variant, message, chance);
        BigInteger factor = factor(key.getModulus(), chance);
        PSSSigner pss = new PSSSigner(new RSABlindingEngine(), variant.createDigest(), variant.getSaltLength());
        pss.init(true, new ParametersWithRandom(new RSABlindingParameters(key, factor), chance));
        pss.update(prepared, 0, prepared.length);
        try {
            byte[] blinded = pss.generateSignature();
            if (new BigInteger(1, blinded).signum() == 0) {
                throw new IllegalStateException("The blinded message is no number with an inverse");
            }
            return new Blinding(key, prepared, padded(key, new BigInteger(1, blinded)), factor);
        } catch (CryptoException impossible) {
            throw new IllegalStateException("A modulus of 2048 bits has room for the padding", impossible);
        }
    }

    /** The signature of the prepared message, if the reply is one of the blinded message; still to be verified. */
    byte[] takenOff(byte[] blindSignature) {
        BigInteger inverse = factor.modInverse(key.getModulus());
        return padded(key, new BigInteger(1, blindSignature).multiply(inverse).mod(key.getModulus()));
    }

    private static byte[] prepared(RSABlindSignatureParameters variant, byte[] message, SecureRandom chance) {
        if (!variant.isRandomized()) {
            return message.clone();
        }
        byte[] prefix = new byte[RSABlindSignatureParameters.RANDOMIZED_PREFIX_LEN];
        chance.nextBytes(prefix);
        byte[] prepared = Arrays.copyOf(prefix, prefix.length + message.length);
        System.arraycopy(message, 0, prepared, prefix.length, message.length);
        return prepared;
    }

    private static BigInteger factor(BigInteger modulus, SecureRandom chance) {
        BigInteger factor;
        do {
            factor = new BigInteger(modulus.bitLength(), chance);
        } while (factor.compareTo(modulus) >= 0 || !factor.gcd(modulus).equals(BigInteger.ONE));
        return factor;
    }

    private static byte[] padded(RSAKeyParameters key, BigInteger number) {
        return BigIntegers.asUnsignedByteArray((key.getModulus().bitLength() + 7) / 8, number);
    }

    @Override
    public String toString() {
        return "Blinding[not shown]";
    }
}
