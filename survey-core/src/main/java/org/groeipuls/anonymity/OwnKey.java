package org.groeipuls.anonymity;

import java.util.Optional;

/**
 * A key of the server's own that lies in the vault and seals what has to stand in an ordinary table, such as secrets that
 * it shares with other systems. It opens no ballot and no text. Whoever has a dump or a backup of the database has nothing
 * without it.
 */
public final class OwnKey {
    private final TextKey key;

    OwnKey(byte[] key) {
        this.key = new TextKey(key);
    }

    /** @param place what it belongs to, bound to it */
    public byte[] seal(String place, byte[] plain) {
        return key.seal(place, plain);
    }

    /** Empty when it was sealed for another place, under another key, or altered. */
    public Optional<byte[]> open(String place, byte[] sealed) {
        return key.open(place, sealed);
    }

    @Override
    public String toString() {
        return "OwnKey[not shown]";
    }
}
