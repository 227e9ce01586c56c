package org.groeipuls.api.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.groeipuls.anonymity.OwnKey;

/** The secrets of webhooks: in their table, sealed under a key of the vault. */
final class Secrets {
    /** How long messages are signed with the secret before the present one too. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private final WebhookTable webhooks;
    private final Supplier<OwnKey> key;
    private final SecureRandom chance = new SecureRandom();

    /** @param key asked for when it is needed, so that a server without webhooks makes none */
    Secrets(WebhookTable webhooks, Supplier<OwnKey> key) {
        this.webhooks = webhooks;
        this.key = key;
    }

    /** A new secret with what to keep of it. */
    record Made(Secret secret, String sealed) {}

    Made make(WebhookId id) {
        var secret = Secret.fresh(chance);
        var sealed = key.get().seal(id.value(), secret.bytes());
        return new Made(secret, Base64.getEncoder().encodeToString(sealed));
    }

    Secret rotate(WebhookId id, Instant now) {
        var made = make(id);
        webhooks.rotate(id, made.sealed(), now.plus(OVERLAP));
        return made.secret();
    }

    /** What a message is signed with now, the present secret first; empty when the vault cannot open it. */
    List<Secret> inForce(WebhookId id, Instant now) {
        var secrets = new ArrayList<Secret>();
        webhooks.secrets(id).ifPresent(kept -> {
            open(id, kept.current(), secrets);
            var previous = kept.previous();
            var until = kept.previousUntil();
            if (!secrets.isEmpty() && previous != null && until != null && now.toEpochMilli() < until) {
                open(id, previous, secrets);
            }
        });
        return secrets;
    }

    private void open(WebhookId id, String sealed, List<Secret> into) {
        key.get()
                .open(id.value(), Base64.getDecoder().decode(sealed))
                .map(Secret::new)
                .ifPresent(into::add);
    }
}
