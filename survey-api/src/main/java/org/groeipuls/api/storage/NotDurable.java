package org.groeipuls.api.storage;

import org.groeipuls.refusal.NotNow;

/**
 * What was committed may or may not be on disk: nothing may be acknowledged, and the sender may repeat the request.
 */
public final class NotDurable extends NotNow {
    private static final long serialVersionUID = 1;

    NotDurable(String message) {
        super(message, null);
    }

    NotDurable(String message, Throwable cause) {
        super(message, cause);
    }
}
