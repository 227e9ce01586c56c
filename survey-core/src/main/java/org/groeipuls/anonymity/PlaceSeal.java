package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what stands in history for the place it stands in, under a key that does not last as long as history.
 *
 * <pre>sealed = nonce(12) | AES-256-GCM(key, plain), associated data = domain | 0x00 | place</pre>
 */
final class PlaceSeal {
    static final int LENGTH = 32;
    private static final int NONCE = 12;

    private final byte[] domain;
    private final byte[] key;

    PlaceSeal(String domain, byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("A key of what is sealed in history has " + LENGTH + " bytes");
        }
        this.domain = domain.getBytes(UTF_8);
        this.key = key.clone();
    }

    byte[] key() {
        return key.clone();
    }

    /** The nonce is derived from all that is sealed, so the same input gives the same output. */
    byte[] seal(String place, byte[] plain) {
        byte[] nonce = Arrays.copyOf(
                Digests.hkdf(key, domain, joined(place.getBytes(UTF_8), Digests.sha256(plain)), NONCE), NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            return joined(nonce, sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    /** Empty when it was sealed for another place, with another key, or altered. */
    Optional<byte[]> open(String place, byte[] sealed) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), place)
                    .doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException notThis) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(joined(domain, new byte[] {0}, place.getBytes(UTF_8)));
        return cipher;
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(whole::put);
        return whole.array();
    }

    @Override
    public String toString() {
        return "PlaceSeal[not shown]";
    }
}
