package org.groeipuls.simulation;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How one simulated person gets in: what they hold, and how ballots go over the wire with it. */
public interface Entrance {
    /**
     * Answers as they are sent.
     *
     * @param nonce the receipt, 32 hexadecimal characters
     */
    Map<String, ?> ballot(long sequence, String nonce, Map<String, @Nullable Integer> answers);

    /** The word that the answers are taken back. */
    Map<String, ?> withdrawal(long sequence);

    /**
     * What is written for the open question as it is sent; absent when nothing is asked.
     *
     * @param text empty for whoever writes nothing, who sends as much as anybody
     */
    Optional<Map<String, ?>> text(long sequence, String text);

    /** The word that what was written is taken back; absent when nothing is asked. */
    Optional<Map<String, ?>> textWithdrawal(long sequence);

    /** Answers with something that looks like this entrance and is none. */
    Map<String, ?> forged(SplittableRandom chance, String nonce, Map<String, @Nullable Integer> answers);
}
