package org.groeipuls.anonymity;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** The stream HMAC-SHA256(key, 0), HMAC-SHA256(key, 1), ... read as big-endian 64-bit numbers. */
final class DerivedChance implements RandomGenerator {
    private final byte[] key;
    private long counter;
    private ByteBuffer block = ByteBuffer.allocate(0);

    DerivedChance(byte[] key) {
        this.key = key.clone();
    }

    @Override
    public long nextLong() {
        if (!block.hasRemaining()) {
            byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(counter++).array();
            block = ByteBuffer.wrap(Digests.hmac(key, number));
        }
        return block.getLong();
    }
}
