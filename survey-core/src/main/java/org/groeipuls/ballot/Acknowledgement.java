package org.groeipuls.ballot;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a ballot is told once it is safe on disk.
 *
 * @param outcome what became of it
 * @param receipt the nonce inside the sealed ballot, as the sender gave it or as the server made it; absent after a
 *     withdrawal, and for an unchanged ballot whose sender gave none
 */
public record Acknowledgement(Outcome outcome, @Nullable String receipt) {

    /** What became of a ballot. */
    public enum Outcome {
        /** The first ballot of this ticket was recorded. */
        RECORDED,
        /** A ballot with the same sequence number stands; nothing was written. */
        UNCHANGED,
        /** A ballot with a lower sequence number was replaced. */
        REPLACED,
        /** An empty sheet stands where answers stood or would have stood. */
        WITHDRAWN
    }

    @Override
    public String toString() {
        return "Acknowledgement[" + outcome + "]";
    }
}
