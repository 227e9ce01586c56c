package org.groeipuls.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.groeipuls.api.storage.StoreSync;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to their receivers: each at least once and always under the same id, by one node at a time. What fails is
 * tried again at growing distances, at most ten times in a little over three days, and then given up until somebody has
 * it tried again. Every receiver has a turn of its own, so a slow one delays no other.
 */
public final class Courier {
    /** Between one attempt and the next: the schedule that Standard Webhooks gives as an example. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    /** Longer than an attempt can take; after it another node may try. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final int MOST_IN_A_TURN = 5;
    private static final long MOST_RETRY_AFTER = Duration.ofDays(1).toSeconds();
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final AllowedHosts hosts;
    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final Secrets secrets;
    private final Post post;
    private final StoreSync history;
    private final InstantSource clock;

    /** @param clock the time of the world, which receivers compare with theirs; never that of a demonstration */
    Courier(
            AllowedHosts hosts,
            WebhookTable webhooks,
            DeliveryTable deliveries,
            Secrets secrets,
            Post post,
            StoreSync history,
            InstantSource clock) {
        this.hosts = hosts;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.post = post;
        this.history = history;
        this.clock = clock;
    }

    /** Tries what is due now and returns when that is done; may be broken off anywhere. */
    public void turn() {
        var due = hosts.none() ? List.<WebhookId>of() : deliveries.due(clock.instant());
        if (due.isEmpty()) {
            return;
        }
        history.awaitDurable(); // nobody is told of what a power cut could still take back
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : due.stream().map(id -> threads.submit(turnOf(id))).toList()) {
                await(done);
            }
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A turn of webhooks failed", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Callable<Boolean> turnOf(WebhookId id) {
        return () -> {
            boolean taken = true;
            for (int sent = 0; taken && sent < MOST_IN_A_TURN; sent++) {
                taken = deliveries
                        .claim(id, clock.instant(), LEASE)
                        .filter(this::deliver)
                        .isPresent();
            }
            return taken;
        };
    }

    /** Whether the receiver took it. */
    private boolean deliver(Delivery delivery) {
        var webhook = webhooks.find(delivery.webhook());
        if (webhook.isEmpty()) {
            return false;
        }
        if (delivery.attempts() > MOST_ATTEMPTS) {
            giveUp(delivery, Post.Answer.none("interrupted"));
            return false;
        }
        var answer = attempt(webhook.get(), delivery);
        if (answer.taken()) {
            deliveries.end(delivery, Delivery.State.DELIVERED, answer.status(), null);
        } else if (answer.gone()) {
            webhooks.gone(delivery.webhook());
            giveUp(delivery, answer);
            deliveries.giveUp(delivery.webhook(), "gone");
        } else if (delivery.attempts() >= MOST_ATTEMPTS) {
            giveUp(delivery, answer);
        } else {
            deliveries.later(delivery, next(delivery, answer), answer.status(), failureOf(answer));
        }
        return answer.taken();
    }

    private Post.Answer attempt(Webhook webhook, Delivery delivery) {
        var now = clock.instant();
        var signers = secrets.inForce(webhook.id(), now);
        if (signers.isEmpty()) {
            return Post.Answer.none("secret-lost");
        }
        long seconds = now.getEpochSecond();
        var headers = Map.of(
                "content-type", "application/json",
                "user-agent", "Groeipuls",
                "webhook-id", delivery.id(),
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature",
                        signers.stream()
                                .map(secret -> secret.sign(delivery.id(), seconds, delivery.body()))
                                .collect(Collectors.joining(" ")));
        return post.send(webhook.url(), headers, delivery.body());
    }

    private void giveUp(Delivery delivery, Post.Answer answer) {
        LOG.warn("Webhook {} did not take {}; it is not tried again", delivery.webhook(), delivery.id());
        deliveries.end(delivery, Delivery.State.DEAD, answer.status(), failureOf(answer));
    }

    private static String failureOf(Post.Answer answer) {
        return answer.failure() == null ? "refused" : answer.failure();
    }

    /** Up to a tenth later than the schedule says, by the message's own id, so that many do not come back at once. */
    private Instant next(Delivery delivery, Post.Answer answer) {
        var pause = PAUSES.get(delivery.attempts() - 1);
        long spread = Math.floorMod(delivery.id().hashCode(), 100) * pause.toMillis() / 1000;
        var asked = Duration.ofSeconds(Math.min(answer.retryAfter(), MOST_RETRY_AFTER));
        var wait = pause.plusMillis(spread);
        return clock.instant().plus(wait.compareTo(asked) < 0 ? asked : wait);
    }
}
