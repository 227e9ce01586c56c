package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * One layer of HPKE: the encapsulated key stands before the ciphertext.
 *
 * @param info the info string to which the layer is bound
 */
record Layer(String info) {
    /** What a layer adds to its content: encapsulated key and authentication tag, in bytes. */
    static final int OVERHEAD = P256.POINT + 16;

    byte[] seal(byte[] spki, byte[] aad, byte[] plain) {
        HPKE hpke = hpke();
        try {
            HPKEContextWithEncapsulation sender =
                    hpke.setupBaseS(hpke.deserializePublicKey(P256.point(spki)), info.getBytes(UTF_8));
            byte[] ciphertext = sender.seal(aad, plain);
            byte[] whole = Arrays.copyOf(sender.getEncapsulation(), P256.POINT + ciphertext.length);
            System.arraycopy(ciphertext, 0, whole, P256.POINT, ciphertext.length);
            return whole;
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("Sealing does not fail", impossible);
        }
    }

    Optional<byte[]> open(BoxKey.KeyHalf half, byte[] aad, byte[] whole) {
        if (whole.length <= OVERHEAD) {
            return Optional.empty();
        }
        HPKE hpke = hpke();
        try {
            AsymmetricCipherKeyPair pair = hpke.deserializePrivateKey(half.scalar(), half.point());
            byte[] enc = Arrays.copyOf(whole, P256.POINT);
            return Optional.of(hpke.setupBaseR(enc, pair, info.getBytes(UTF_8))
                    .open(aad, Arrays.copyOfRange(whole, P256.POINT, whole.length)));
        } catch (InvalidCipherTextException | IllegalArgumentException altered) {
            // an altered encapsulated key is no point of the curve and fails as an illegal argument
            return Optional.empty();
        }
    }

    static BoxKey.KeyHalf generate() {
        HPKE hpke = hpke();
        AsymmetricCipherKeyPair pair = hpke.generatePrivateKey();
        return new BoxKey.KeyHalf(
                hpke.serializePrivateKey(pair.getPrivate()), hpke.serializePublicKey(pair.getPublic()));
    }

    // one object per use: BouncyCastle's keeps state that threads must not share
    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    }
}
