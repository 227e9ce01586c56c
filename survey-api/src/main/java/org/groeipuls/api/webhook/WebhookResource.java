package org.groeipuls.api.webhook;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Other systems that are told of pulses, by Standard Webhooks. */
@RestController
@RequestMapping("/api/v1/webhooks")
@PreAuthorize("hasRole('OPERATOR')")
class WebhookResource {
    private static final int MOST = 1000;

    private final WebhookDesk desk;

    WebhookResource(WebhookDesk desk) {
        this.desk = desk;
    }

    /**
     * @param url https to a host that the configuration names, or http to one on this machine
     * @param events what to tell
     */
    record WebhookRequest(
            @NotNull @Size(min = 1, max = 2000) String url,
            @NotNull @Size(min = 1, max = 3) List<@NotNull Announced> events) {
        URI address() {
            try {
                return new URI(url);
            } catch (java.net.URISyntaxException unreadable) {
                throw new WebhookDesk.WebhookAddressNotAllowed();
            }
        }
    }

    /**
     * @param state {@code gone}: the receiver said that it wants no more; sending the webhook again takes it up again
     * @param secret for checking signatures, when it was just made: it is not shown again
     */
    record WebhookView(
            WebhookId id,
            URI url,
            SortedSet<Announced> events,
            String state,
            @Nullable String secret) {
        static WebhookView of(Webhook webhook, @Nullable Secret secret) {
            return new WebhookView(
                    webhook.id(),
                    webhook.url(),
                    webhook.events(),
                    webhook.state().name().toLowerCase(Locale.ROOT),
                    secret == null ? null : secret.shown());
        }
    }

    record WebhookList(List<WebhookView> webhooks) {}

    /**
     * @param id the message's {@code webhook-id}
     * @param state {@code waiting}, {@code delivered} or {@code dead}
     * @param nextAttempt when it is tried next; absent when it is due or no longer tried
     * @param status what the receiver answered last
     * @param failure why the last attempt failed, in a word
     */
    record DeliveryView(
            String id,
            String type,
            PulseId pulse,
            String state,
            int attempts,
            @Nullable Instant nextAttempt,
            @Nullable Integer status,
            @Nullable String failure) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.type(),
                    new PulseId(delivery.pulse()),
                    delivery.state().name().toLowerCase(Locale.ROOT),
                    delivery.attempts(),
                    delivery.dueAt() == 0 ? null : Instant.ofEpochMilli(delivery.dueAt()),
                    delivery.status(),
                    delivery.failure());
        }
    }

    /** @param next what to send as {@code before} for older ones; absent at the end */
    record DeliveryList(
            List<DeliveryView> deliveries, @Nullable Long next) {}

    @GetMapping
    @Operation(summary = "All webhooks; secrets are not shown")
    ResponseEntity<WebhookList> all() {
        return fresh(new WebhookList(desk.all().stream()
                .map(webhook -> WebhookView.of(webhook, null))
                .toList()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One webhook; its secret is not shown")
    ResponseEntity<WebhookView> one(@PathVariable("id") WebhookId id) {
        return fresh(WebhookView.of(desk.one(id), null));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Make a webhook, or change where it goes and what it tells",
            description =
                    "A new one is answered with its secret, shown this once. It is told what happens from then on.")
    ResponseEntity<WebhookView> put(@PathVariable("id") WebhookId id, @Valid @RequestBody WebhookRequest request) {
        var standing = desk.put(id, request.address(), new TreeSet<>(request.events()));
        return ResponseEntity.status(standing.secret() == null ? HttpStatus.OK : HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(WebhookView.of(standing.webhook(), standing.secret()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a webhook with all that is on its way to it")
    ResponseEntity<Void> remove(@PathVariable("id") WebhookId id) {
        desk.remove(id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/secret")
    @Operation(summary = "Make a new secret, shown this once; for a day messages are signed with the old one too")
    ResponseEntity<WebhookView> rotate(@PathVariable("id") WebhookId id) {
        var secret = desk.rotate(id);
        return fresh(WebhookView.of(desk.one(id), secret));
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "What was sent or is on its way, the newest first; go on with before and next")
    ResponseEntity<DeliveryList> deliveries(
            @PathVariable("id") WebhookId id,
            @RequestParam(value = "before", defaultValue = "9223372036854775807") long before,
            @RequestParam(value = "limit", defaultValue = "100") int limit) {
        if (before < 1 || limit < 1 || limit > MOST) {
            throw new ParameterNotAllowed();
        }
        var found = desk.deliveries(id, before, limit);
        var next = found.size() < limit ? null : found.getLast().position();
        return fresh(new DeliveryList(found.stream().map(DeliveryView::of).toList(), next));
    }

    @PostMapping("/{id}/deliveries/{delivery}/retry")
    @Operation(summary = "Have a message that was not taken tried again from the beginning, under the same id")
    ResponseEntity<DeliveryView> again(@PathVariable("id") WebhookId id, @PathVariable("delivery") String delivery) {
        return fresh(DeliveryView.of(desk.again(id, delivery)));
    }

    /** Not history, so history's position says nothing about how new it is. */
    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
