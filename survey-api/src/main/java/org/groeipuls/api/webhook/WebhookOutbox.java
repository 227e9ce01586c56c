package org.groeipuls.api.webhook;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts what happened on its way to those who asked for it: an effect, so it has a processor of its own, whose token changes
 * in the transaction in which messages are written, and which nobody resets. Making the views anew does not reach it.
 */
@ProcessingGroup("webhooks")
@DisallowReplay
public final class WebhookOutbox {
    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final JsonMapper json;

    /** @param jdbc of the database in which history lies, for one transaction with the token */
    public WebhookOutbox(JdbcClient jdbc, JsonMapper json) {
        this.webhooks = new WebhookTable(jdbc);
        this.deliveries = new DeliveryTable(jdbc);
        this.json = json;
    }

    /** @param timestamp the day on which it happened, as exact as history has it */
    record Payload(Announced type, LocalDate timestamp, About data) {
        record About(PulseId pulse) {}
    }

    @EventHandler
    void on(PulseOpened event, EventMessage<?> message, TrackingToken token) {
        announce(Announced.PULSE_OPENED, event.pulse(), message, token);
    }

    @EventHandler
    void on(PulseClosed event, EventMessage<?> message, TrackingToken token) {
        announce(Announced.PULSE_CLOSED, event.pulse(), message, token);
    }

    @EventHandler
    void on(PulseCounted event, EventMessage<?> message, TrackingToken token) {
        announce(Announced.PULSE_COUNTED, event.pulse(), message, token);
    }

    private void announce(Announced type, PulseId pulse, EventMessage<?> message, TrackingToken token) {
        long position = token.position().orElseThrow();
        var day = LocalDate.ofInstant(message.getTimestamp(), ZoneOffset.UTC);
        var body = json.writeValueAsString(new Payload(type, day, new Payload.About(pulse)));
        webhooks.all().stream()
                .filter(webhook -> webhook.state() == Webhook.State.ACTIVE)
                .filter(webhook -> webhook.events().contains(type) && webhook.since() < position)
                .forEach(webhook -> deliveries.add(
                        webhook.id(),
                        "msg_" + message.getIdentifier().replace("-", ""),
                        position,
                        type.word(),
                        pulse.value(),
                        body));
    }
}
