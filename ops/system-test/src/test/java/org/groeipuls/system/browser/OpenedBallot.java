package org.groeipuls.system.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * A ballot taken apart as docs/protocol.md says, with no code of the product: what the two layers hide.
 *
 * @param inner the sheet as it was still sealed when the outer layer came off
 * @param rest whatever stands behind the fields, which must be zeros
 */
record OpenedBallot(byte[] ticket, String group, long sequence, byte[] proof, byte[] inner, byte[] sheet, byte[] rest) {
    private static final int POINT = 65;
    private static final byte[] SPKI = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    /** The sizes that hold for every ballot of a pulse. */
    record Sizes(int ticket, int group, int proof, int sheet) {}

    /** Somebody who can open a layer. */
    record Opener(AsymmetricCipherKeyPair pair) {
        static Opener fresh() {
            return new Opener(hpke().generatePrivateKey());
        }

        byte[] spki() {
            byte[] point = hpke().serializePublicKey(pair.getPublic());
            return ByteBuffer.allocate(SPKI.length + POINT).put(SPKI).put(point).array();
        }

        byte[] open(String info, String aad, byte[] layer) throws InvalidCipherTextException {
            return hpke().setupBaseR(Arrays.copyOf(layer, POINT), pair, info.getBytes(UTF_8))
                    .open(aad.getBytes(UTF_8), Arrays.copyOfRange(layer, POINT, layer.length));
        }
    }

    static OpenedBallot of(String pulse, Opener operator, Opener council, Sizes sizes, byte[] ballot)
            throws InvalidCipherTextException {
        var outer = ByteBuffer.wrap(council.open("groeipuls/1/outer\0" + pulse, "", ballot));
        var rest = ByteBuffer.allocate(ballot.length);
        byte[] ticket = field(outer, sizes.ticket(), rest);
        String group = new String(field(outer, sizes.group(), rest), UTF_8);
        long sequence = outer.getLong();
        byte[] proof = field(outer, sizes.proof(), rest);
        byte[] inner = new byte[outer.remaining()];
        outer.get(inner);
        var plain = ByteBuffer.wrap(operator.open("groeipuls/1/inner\0" + pulse, group, inner));
        byte[] sheet = field(plain, sizes.sheet(), rest);
        rest.put(plain);
        return new OpenedBallot(
                ticket, group, sequence, proof, inner, sheet, Arrays.copyOf(rest.array(), rest.position()));
    }

    private static byte[] field(ByteBuffer from, int size, ByteBuffer rest) {
        byte[] content = new byte[from.getShort()];
        from.get(content);
        byte[] zeros = new byte[size - content.length];
        from.get(zeros);
        rest.put(zeros);
        return content;
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    }

    @Override
    public String toString() {
        return "OpenedBallot[not shown]";
    }
}
