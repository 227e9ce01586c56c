package org.groeipuls.anonymity;

import java.util.Optional;

/**
 * The key under which one lead's own answers stand in history, for as long as that lead is in the roster. Once it is
 * destroyed, nobody can read them any more, in no copy of history.
 */
public final class MirrorKey {
    private static final String DOMAIN = "groeipuls/1/mirror";

    private final PlaceSeal seal;

    MirrorKey(byte[] key) {
        this.seal = new PlaceSeal(DOMAIN, key);
    }

    /**
     * Seals something for a place. The same input gives the same output; what must not show that it is the same again
     * holds a part of chance.
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
        return "MirrorKey[not shown]";
    }
}
