package org.groeipuls.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Nobody turns the handle here: the server's own task does. */
class WebhookRestartTest {
    private static final WebhookId ID = new WebhookId("intranet");

    @TempDir
    private Path folder = Path.of("");

    private ConfigurableApplicationContext start() {
        return GroeipulsServer.start(
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("data"),
                "--groeipuls.vault=" + folder.resolve("vault"),
                "--groeipuls.tick=200ms",
                "--db-scheduler.polling-interval=200ms",
                "--groeipuls.webhooks.hosts=127.0.0.1",
                "--server.port=0");
    }

    @Test
    void what_was_in_the_outbox_when_the_server_stopped_is_brought_when_it_runs_again() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.answers(503);
            com.standardwebhooks.Webhook theirs;
            try (var server = start()) {
                var standing = server.getBean(WebhookDesk.class)
                        .put(ID, receiver.url(), new TreeSet<>(Set.of(Announced.PULSE_CLOSED)));
                theirs = new com.standardwebhooks.Webhook(
                        Objects.requireNonNull(standing.secret()).shown());
                server.getBean(DeliveryTable.class).add(ID, "msg_1", 1, "PulseClosed", "p", "{}");
                WebhookBench.await(() -> !receiver.messages().isEmpty());
            }
            receiver.answers(200);
            try (var server = start()) {
                var deliveries = server.getBean(DeliveryTable.class);
                WebhookBench.await(
                        () -> deliveries.find(ID, "msg_1").orElseThrow().state() == Delivery.State.DELIVERED);
            }

            assertThat(receiver.messages())
                    .hasSize(2)
                    .extracting(Receiver.Message::id)
                    .containsOnly("msg_1");
            for (var message : receiver.messages()) {
                theirs.verify(message.body(), message.headers());
            }
        }
    }
}
