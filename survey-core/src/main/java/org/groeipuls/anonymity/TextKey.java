package org.groeipuls.anonymity;

import java.util.Optional;

/**
 * The key under which the released texts of one pulse stand in history. History keeps them for ever and this key does
 * not last as long: once it is destroyed, nobody can read them any more, in no copy of history.
 *
 * <pre>sealed = nonce(12) | AES-256-GCM(key, texts), associated data = the place the texts belong to</pre>
 */
public final class TextKey {
    static final int LENGTH = PlaceSeal.LENGTH;

    private static final String DOMAIN = "groeipuls/1/texts";

    private final PlaceSeal seal;

    TextKey(byte[] key) {
        this.seal = new PlaceSeal(DOMAIN, key);
    }

    byte[] bytes() {
        return seal.key();
    }

    /**
     * Seals something for a place. The same input gives the same output, so that a count that starts again publishes
     * the same; the nonce is derived from all of it.
     *
     * @param place what it belongs to, bound to it
     */
    public byte[] seal(String place, byte[] plain) {
        return seal.seal(place, plain);
    }

    /** Opens what was sealed for this place; empty when it was sealed for another, with another key, or altered. */
    public Optional<byte[]> open(String place, byte[] sealed) {
        return seal.open(place, sealed);
    }

    @Override
    public String toString() {
        return "TextKey[not shown]";
    }
}
