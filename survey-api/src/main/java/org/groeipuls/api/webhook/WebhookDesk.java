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
public final class WebhookDesk {
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

    /**
     * A webhook in short.
     *
     * @param wanted whether the receiver still wants messages
     * @param waiting how many are on their way
     * @param dead those that were given up, the newest first
     */
    public record Summary(WebhookId id, String host, boolean wanted, int waiting, List<Dead> dead) {}

    /** A message that was given up. @param failure why, in a word */
    public record Dead(
            String id,
            String type,
            int attempts,
            @Nullable Integer status,
            @Nullable String failure) {}

    /** All webhooks with what could not be delivered, at most so many messages of each. */
    public List<Summary> summaries(int most) {
        return webhooks.all().stream()
                .map(one -> new Summary(
                        one.id(),
                        one.url().getHost(),
                        one.state() == Webhook.State.ACTIVE,
                        deliveries.waiting(one.id()),
                        deliveries.dead(one.id(), most).stream()
                                .map(dead -> new Dead(
                                        dead.id(), dead.type(), dead.attempts(), dead.status(), dead.failure()))
                                .toList()))
                .toList();
    }

    /**
     * Has a message tried again from the beginning.
     *
     * @throws NotFound when there is none
     * @throws DeliveryAlreadyMade when the receiver took it
     */
    public void retry(WebhookId id, String delivery) {
        again(id, delivery);
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
    public static final class DeliveryAlreadyMade extends Refusal {
        private static final long serialVersionUID = 1;

        DeliveryAlreadyMade() {
            super(Kind.CONFLICT, "delivery-already-made", "The receiver has taken this message; it is not sent again");
        }
    }
}
