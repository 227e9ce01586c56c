package org.groeipuls.api.webhook;

import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param id the same in every attempt, so that the receiver can drop a double
 * @param position of its event in history
 * @param attempts begun so far
 * @param dueAt milliseconds since 1970
 * @param status what the receiver answered last
 * @param failure why the last attempt was none, in a word
 */
record Delivery(
        WebhookId webhook,
        String id,
        long position,
        String type,
        String pulse,
        String body,
        State state,
        int attempts,
        long dueAt,
        @Nullable Integer status,
        @Nullable String failure) {
    enum State {
        WAITING,
        DELIVERED,
        /** Given up; somebody can have it tried again. */
        DEAD
    }
}
