package org.groeipuls.anonymity;

import java.util.HexFormat;

/** Keys that are the same in every run, with the two key pairs of RFC 9180, A.3.1 as halves. */
final class FixedKeys {
    static final byte[] RECIPIENT_SCALAR = hex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2");
    static final byte[] RECIPIENT_POINT = hex("04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a77"
            + "9b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0");
    static final byte[] EPHEMERAL_SCALAR = hex("4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb");
    static final byte[] EPHEMERAL_POINT = hex("04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536"
            + "d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4");

    private FixedKeys() {}

    static BoxKey key() {
        return key((byte) 7);
    }

    static BoxKey key(byte seed) {
        byte[] seeds = new byte[BoxKey.SEED];
        java.util.Arrays.fill(seeds, seed);
        return new BoxKey(
                new BoxKey.KeyHalf(RECIPIENT_SCALAR, RECIPIENT_POINT),
                P256.spki(EPHEMERAL_POINT),
                new CouncilKey(new BoxKey.KeyHalf(EPHEMERAL_SCALAR, EPHEMERAL_POINT)),
                new BoxSecret(seeds),
                seeds);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
