package org.groeipuls.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.Reply;
import org.groeipuls.api.Server;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.StoreSync;
import tools.jackson.databind.JsonNode;

/** Hands for a test of webhooks: pulses, a clock of its own, and couriers that go by it. */
final class WebhookBench {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AllowedHosts HOSTS = new AllowedHosts(List.of("127.0.0.1"));

    final Server server;
    private final String mark = "hook" + COUNT.incrementAndGet();
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");
    private Instant opensAt = Instant.EPOCH;

    WebhookBench(Server server) {
        this.server = server;
    }

    String id(String name) {
        return mark + "-" + name;
    }

    /** A pulse that was issued; its ids are this test's own. */
    String issued(String name) {
        made("/units/" + id("unit"), "{'name':'Dienst'}");
        made("/teams/" + id(name), "{'name':'Team','unit':'%s','size':8}".formatted(id("unit")));
        opensAt = server.now().plus(Duration.ofDays(2));
        made(
                "/pulses/" + id(name),
                "{'instrument':'groeipuls@1','form':'F1','groups':['%s'],'tickets':'link','opensAt':'%s','closesAt':'%s'}"
                        .formatted(id(name), opensAt, opensAt.plus(Duration.ofDays(7))));
        return id(name);
    }

    void open() {
        opened();
        settle();
    }

    /** Opens it and does not wait for the outbox. */
    void opened() {
        server.clockTo(opensAt.plus(Duration.ofHours(1)));
    }

    /** And counts. */
    void close() {
        server.clockTo(opensAt.plus(Duration.ofDays(7)).plus(Duration.ofHours(1)));
        settle();
    }

    private void made(String path, String json) {
        var reply = put("hr", path, json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    Reply put(String who, String path, String json) {
        return server.ask(who, "PUT", "/api/v1" + path, json.replace('\'', '"'));
    }

    /** A webhook for all events; gives its secret. */
    String webhook(String name, URI url) {
        var reply = put(
                "operator",
                "/webhooks/" + id(name),
                "{'url':'%s','events':['PulseOpened','PulseClosed','PulseCounted']}".formatted(url));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("secret").asString();
    }

    void removeAll() {
        server.bean(WebhookTable.class)
                .all()
                .forEach(webhook -> server.bean(WebhookTable.class).remove(webhook.id()));
    }

    Reply ask(String method, String path) {
        return server.ask(
                "operator", method, "/api/v1/webhooks/" + id("a") + path, method.equals("POST") ? "{}" : null);
    }

    List<JsonNode> deliveries() {
        return StreamSupport.stream(
                        ask("GET", "/deliveries").json().get("deliveries").spliterator(), false)
                .toList();
    }

    /** Puts messages on their way that no event caused. */
    void waiting(int number) {
        for (int i = 1; i <= number; i++) {
            server.bean(DeliveryTable.class)
                    .add(new WebhookId(id("a")), "msg_" + mark + "x" + i, i, "PulseClosed", "p", "{\"n\":" + i + "}");
        }
    }

    /** Returns when everything in history has been put out. */
    void settle() {
        long head = server.bean(HistoryStore.class).head();
        await(() -> outbox().processingStatus().values().stream()
                .anyMatch(at -> at.getCurrentPosition().orElse(0) >= head));
    }

    StreamingEventProcessor outbox() {
        return server.bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("webhooks", StreamingEventProcessor.class)
                .orElseThrow();
    }

    static void await(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("it did not happen within 30 seconds")
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    Instant now() {
        return now;
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    Courier courier() {
        return courier(post(Duration.ofSeconds(10)));
    }

    static HttpPost post(Duration patience) {
        return new HttpPost(HOSTS, patience);
    }

    /** One that is told where it may send. */
    Courier courier(AllowedHosts hosts) {
        return courier(hosts, post(Duration.ofSeconds(10)), server.bean(StoreSync.class));
    }

    Courier courier(StoreSync history) {
        return courier(HOSTS, post(Duration.ofSeconds(10)), history);
    }

    Courier courier(Post post) {
        return courier(HOSTS, post, server.bean(StoreSync.class));
    }

    private Courier courier(AllowedHosts hosts, Post post, StoreSync history) {
        InstantSource clock = () -> now;
        return new Courier(
                hosts,
                server.bean(WebhookTable.class),
                server.bean(DeliveryTable.class),
                server.bean(Secrets.class),
                post,
                history,
                clock);
    }
}
