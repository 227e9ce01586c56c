package org.groeipuls.anonymity;

import java.util.Arrays;

/**
 * The works council's private key of one pulse: takes the outer layer off, which shows tickets, and never opens a sheet.
 * With two layers it lies on the council's computer only.
 */
public final class CouncilKey {
    /** Bytes of the encoded key. */
    public static final int LENGTH = P256.SCALAR + P256.POINT;

    private final BoxKey.KeyHalf half;

    CouncilKey(BoxKey.KeyHalf half) {
        this.half = half;
    }

    /** A key that nobody has seen. */
    public static CouncilKey generate() {
        return new CouncilKey(Layer.generate());
    }

    /** @throws IllegalArgumentException when this is not what {@link #encoded} gives */
    public static CouncilKey of(byte[] encoded) {
        if (encoded.length != LENGTH) {
            throw new IllegalArgumentException("A council key has " + LENGTH + " bytes");
        }
        byte[] point = Arrays.copyOfRange(encoded, P256.SCALAR, LENGTH);
        if (!P256.onCurve(point)) {
            throw new IllegalArgumentException("This is no council key: its public half is no point of the curve");
        }
        return new CouncilKey(new BoxKey.KeyHalf(Arrays.copyOf(encoded, P256.SCALAR), point));
    }

    /** Scalar and point; whoever has these bytes has the key. */
    public byte[] encoded() {
        byte[] encoded = Arrays.copyOf(half.scalar(), LENGTH);
        System.arraycopy(half.point(), 0, encoded, P256.SCALAR, P256.POINT);
        return encoded;
    }

    /** SubjectPublicKeyInfo in DER, which pulses freeze. */
    public byte[] publicKey() {
        return P256.spki(half.point());
    }

    BoxKey.KeyHalf half() {
        return half;
    }

    @Override
    public String toString() {
        return "CouncilKey[not shown]";
    }
}
