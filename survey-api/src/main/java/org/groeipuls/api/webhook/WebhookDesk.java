package org.groeipuls.api.webhook;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes webhooks. */
final class WebhookDesk {
    private final AllowedHosts hosts;
    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final Secrets secrets;
    private final HistoryStore history;
    private final InstantSource clock;

    WebhookDesk(
            AllowedHosts hosts,
            WebhookTable webhooks,
            DeliveryTable deliveries,
            Secrets secrets,
            HistoryStore history,
            InstantSource clock) {
        this.hosts = hosts;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.history = history;
        this.clock = clock;
    }

    /** @param secret of a new webhook; shown this once */
    record Standing(Webhook webhook, @Nullable Secret secret) {}

    /**
     * Makes a webhook, or changes one; one that was gone is wanted again.
     *
     * @throws WebhooksOff when no host is allowed
     * @throws WebhookAddressNotAllowed when it is not https to an allowed host
     */
    Standing put(WebhookId id, URI url, SortedSet<Announced> events) {
        if (hosts.none()) {
            throw new WebhooksOff();
        }
        if (!hosts.take(url)) {
            throw new WebhookAddressNotAllowed();
        }
        var known = webhooks.find(id);
        if (known.isEmpty()) {
            var fresh = new Webhook(id, url, events, Webhook.State.ACTIVE, history.head());
            var made = secrets.make(id);
            if (webhooks.add(fresh, made.sealed())) {
                return new Standing(fresh, made.secret());
            }
        }
        var changed = new Webhook(id, url, events, Webhook.State.ACTIVE, one(id).since());
        webhooks.change(changed);
        return new Standing(changed, null);
    }

    List<Webhook> all() {
        return webhooks.all();
    }

    Webhook one(WebhookId id) {
        return webhooks.find(id).orElseThrow(NotFound::new);
    }

    void remove(WebhookId id) {
        if (!webhooks.remove(id)) {
            throw new NotFound();
        }
    }

    Secret rotate(WebhookId id) {
        return secrets.rotate(one(id).id(), clock.instant());
    }

    List<Delivery> deliveries(WebhookId id, long before, int limit) {
        return deliveries.before(one(id).id(), before, limit);
    }

    /** @throws DeliveryAlreadyMade when the receiver took it */
    Delivery again(WebhookId id, String delivery) {
        var found = deliveries.find(one(id).id(), delivery).orElseThrow(NotFound::new);
        if (found.state() == Delivery.State.DELIVERED) {
            throw new DeliveryAlreadyMade();
        }
        deliveries.again(found);
        return Optional.of(found).flatMap(same -> deliveries.find(id, delivery)).orElseThrow(NotFound::new);
    }

    /** Nothing leaves this server, because nobody configured where it may go. */
    static final class WebhooksOff extends Refusal {
        private static final long serialVersionUID = 1;

        WebhooksOff() {
            super(
                    Kind.CONFLICT,
                    "webhooks-off",
                    "Webhooks are off: name the hosts that may be sent to (groeipuls.webhooks.hosts)");
        }
    }

    /** A webhook goes to a host that was named in the configuration, and encrypted. */
    static final class WebhookAddressNotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        WebhookAddressNotAllowed() {
            super(
                    Kind.UNACCEPTABLE,
                    "webhook-address-not-allowed",
                    "A webhook's address is https to a host of groeipuls.webhooks.hosts (or http to one on this"
                            + " machine), without a user or a fragment");
        }
    }

    /** What was taken is not sent again. */
    static final class DeliveryAlreadyMade extends Refusal {
        private static final long serialVersionUID = 1;

        DeliveryAlreadyMade() {
            super(Kind.CONFLICT, "delivery-already-made", "The receiver has taken this message; it is not sent again");
        }
    }
}
