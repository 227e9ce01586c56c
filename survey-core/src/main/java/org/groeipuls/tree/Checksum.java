package org.groeipuls.tree;

import java.security.MessageDigest;
import java.util.HexFormat;

/** One number for a stretch of history, whatever format it was exported in: SHA-256 over the bytes of its events. */
public final class Checksum {
    private final MessageDigest digest = TreeHash.sha256();

    /** Takes in the next event. */
    public void add(RecordedEvent event) {
        digest.update(event.canonical());
    }

    /** Lower-case hexadecimal; nothing can be added afterwards. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
