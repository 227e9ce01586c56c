package org.groeipuls.api.webhook;

import java.net.URI;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where to say what.
 *
 * @param since the position of history when it was made; what happened up to there is not told
 */
record Webhook(WebhookId id, URI url, SortedSet<Announced> events, State state, long since) {
    Webhook {
        events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
    }

    enum State {
        ACTIVE,
        /** The receiver said that it wants no more (410). */
        GONE
    }
}
