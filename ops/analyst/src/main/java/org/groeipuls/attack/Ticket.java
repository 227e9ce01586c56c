package org.groeipuls.attack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's right to answer one pulse, however the pulse hands it out. */
interface Ticket {
    /** Sends answers under this sequence number; the nonce is the receipt. */
    Answer send(long sequence, String nonce, Map<String, @Nullable Integer> answers);

    Answer withdraw(long sequence);
}
