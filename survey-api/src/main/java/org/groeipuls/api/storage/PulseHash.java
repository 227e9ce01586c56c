package org.groeipuls.api.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of files and tables by pulse: any id becomes 32 harmless characters. */
final class PulseHash {
    private PulseHash() {}

    static String of(String pulse) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(pulse.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
