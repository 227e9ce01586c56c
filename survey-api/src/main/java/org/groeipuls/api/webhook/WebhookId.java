package org.groeipuls.api.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * One receiver of webhooks.
 *
 * @param value as in paths and JSON; 1 to 64 of A-Z a-z 0-9 . _ -
 */
public record WebhookId(@JsonValue String value) implements Comparable<WebhookId> {
    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public WebhookId {
        IdNotAllowed.check("webhook", value);
    }

    @Override
    public int compareTo(WebhookId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
