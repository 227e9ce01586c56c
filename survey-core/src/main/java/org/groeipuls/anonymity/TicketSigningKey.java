package org.groeipuls.anonymity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import javax.crypto.Cipher;

/** The private half of a {@link TicketKey}. */
final class TicketSigningKey {
    private final RSAPrivateCrtKey key;

    private TicketSigningKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    static TicketSigningKey generate(SecureRandom chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(8 * TicketKey.MODULUS, RSAKeyGenParameterSpec.F4), chance);
            return new TicketSigningKey(
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform makes RSA keys of 2048 bits", impossible);
        }
    }

    /** @throws GeneralSecurityException when these bytes are no such key */
    static TicketSigningKey of(byte[] pkcs8) throws GeneralSecurityException {
        return new TicketSigningKey(
                (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    }

    byte[] pkcs8() {
        return key.getEncoded();
    }

    TicketKey publicKey() {
        try {
            return TicketKey.of(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every private RSA key has a public half", impossible);
        }
    }

    /** As {@link #sign(RSAPrivateCrtKey, byte[])}. */
    byte[] sign(byte[] blindedMessage) {
        return sign(key, blindedMessage);
    }

    /**
     * m^d mod n, which is the same at every call, checked with s^e = m so that a fault in the arithmetic does not give
     * the key away. The platform's RSA works with the primes and blinds its exponentiation.
     *
     * @throws IllegalArgumentException when the message is no number as long as the modulus and below it
     */
    static byte[] sign(RSAPrivateCrtKey key, byte[] blindedMessage) {
        BigInteger modulus = key.getModulus();
        BigInteger message = new BigInteger(1, blindedMessage);
        if (blindedMessage.length != modulus.bitLength() / 8 || message.compareTo(modulus) >= 0) {
            throw new IllegalArgumentException("A blinded message is a number of " + modulus.bitLength() / 8
                    + " bytes below the modulus of the ticket key");
        }
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
            rsa.init(Cipher.DECRYPT_MODE, key);
            byte[] signature = rsa.doFinal(blindedMessage);
            if (!new BigInteger(1, signature)
                    .modPow(key.getPublicExponent(), modulus)
                    .equals(message)) {
                throw new IllegalStateException("A blind signature came out wrong and was not given out");
            }
            return signature;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has RSA without padding", impossible);
        }
    }

    @Override
    public String toString() {
        return "TicketSigningKey[not shown]";
    }
}
