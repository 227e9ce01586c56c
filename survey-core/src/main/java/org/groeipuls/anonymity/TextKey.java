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
 * The key under which the released texts of one pulse stand in history. History keeps them for ever and this key does
 * not last as long: once it is destroyed, nobody can read them any more, in no copy of history.
 *
 * <pre>sealed = nonce(12) | AES-256-GCM(key, texts), associated data = the place the texts belong to</pre>
 */
public final class TextKey {
    static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final byte[] DOMAIN = "groeipuls/1/texts".getBytes(UTF_8);

    private final byte[] key;

    TextKey(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("A text key has " + LENGTH + " bytes");
        }
        this.key = key.clone();
    }

    byte[] bytes() {
        return key.clone();
    }

    /**
     * Seals something for a place. The same input gives the same output, so that a count that starts again publishes
     * the same; the nonce is derived from all of it.
     *
     * @param place what it belongs to, bound to it
     */
    public byte[] seal(String place, byte[] plain) {
        byte[] nonce = Arrays.copyOf(
                Digests.hkdf(key, DOMAIN, joined(place.getBytes(UTF_8), Digests.sha256(plain)), NONCE), NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            return joined(nonce, sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    /** Opens what was sealed for this place; empty when it was sealed for another, with another key, or altered. */
    public Optional<byte[]> open(String place, byte[] sealed) {
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
        cipher.updateAAD(joined(DOMAIN, new byte[] {0}, place.getBytes(UTF_8)));
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
        return "TextKey[not shown]";
    }
}
