package org.groeipuls.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.groeipuls.api.Server;
import org.groeipuls.api.storage.HistoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where webhooks go, what of it is secret, and what a receiver can do to this server. */
abstract class WebhookAddressContract {
    private final WebhookBench bench = new WebhookBench(server());
    private final Receiver receiver = new Receiver();

    abstract Server server();

    @AfterEach
    void leave() {
        bench.removeAll();
        receiver.close();
    }

    @Test
    void only_hosts_that_the_configuration_names_are_taken() {
        for (var url : new String[] {
            "https://elsewhere.example/hook", "http://receiver.example/hook", "http://localhost:1/hook", "no address"
        }) {
            var reply = bench.put(
                    "operator", "/webhooks/" + bench.id("a"), "{'url':'%s','events':['PulseClosed']}".formatted(url));
            assertThat(reply.status()).as(url).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("webhook-address-not-allowed");
        }
        var fine = "{'url':'https://receiver.example/hook','events':['PulseClosed']}";
        assertThat(bench.put("operator", "/webhooks/" + bench.id("a"), fine).status())
                .isEqualTo(201);
        var other = fine.replace("PulseClosed", "PulseIssued");
        assertThat(bench.put("operator", "/webhooks/" + bench.id("a"), other).status())
                .isEqualTo(400);
    }

    @Test
    void a_secret_is_shown_when_it_is_made_and_never_stands_anywhere_open() {
        var secret = bench.webhook("a", receiver.url());
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        var stored = server().bean(JdbcClient.class)
                .sql("select secret from webhook where id = :id")
                .param("id", bench.id("a"))
                .query(String.class)
                .single();

        assertThat(stored).doesNotContain(secret.substring("whsec_".length()));
        assertThat(bench.ask("GET", "").text()).doesNotContain("whsec_");
        assertThat(server().get("operator", "/api/v1/webhooks").text())
                .contains(bench.id("a"))
                .doesNotContain("whsec_");
        var again = "{'url':'%s','events':['PulseClosed']}".formatted(receiver.url());
        assertThat(bench.put("operator", "/webhooks/" + bench.id("a"), again).text())
                .doesNotContain("whsec_");
        assertThat(bench.ask("POST", "/secret").header("Cache-Control")).contains("no-store");
    }

    @Test
    void for_a_day_the_old_secret_signs_too() {
        bench.webhook("a", receiver.url());
        var secrets = server().bean(Secrets.class);
        var id = new WebhookId(bench.id("a"));
        var old = secrets.inForce(id, bench.now()).getFirst();
        var fresh = secrets.rotate(id, bench.now());
        bench.waiting(2);
        bench.courier().turn();
        var during = receiver.messages().getFirst();
        long seconds = bench.now().getEpochSecond();
        bench.later(Secrets.OVERLAP);
        bench.waiting(3);
        bench.courier().turn();
        var after = receiver.messages().getLast();

        assertThat(during.header("webhook-signature"))
                .isEqualTo(fresh.sign(during.id(), seconds, during.body()) + " "
                        + old.sign(during.id(), seconds, during.body()));
        assertThat(after.header("webhook-signature"))
                .isEqualTo(fresh.sign(after.id(), bench.now().getEpochSecond(), after.body()));
    }

    /** Also what waits from before: nobody configured any more that it may leave. */
    @Test
    void without_a_host_nothing_is_taken_and_nothing_leaves() {
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        var none = new AllowedHosts(List.of());
        var desk = new WebhookDesk(
                none,
                server().bean(WebhookTable.class),
                server().bean(DeliveryTable.class),
                server().bean(Secrets.class),
                server().bean(HistoryStore.class),
                bench::now);
        assertThatThrownBy(() -> desk.put(
                        new WebhookId(bench.id("b")), receiver.url(), new TreeSet<>(Set.of(Announced.PULSE_CLOSED))))
                .isInstanceOf(WebhookDesk.WebhooksOff.class);
        bench.courier(none).turn();
        bench.courier(new HttpPost(new AllowedHosts(List.of("other.example")), Duration.ofSeconds(10)))
                .turn();

        assertThat(receiver.messages()).isEmpty();
        assertThat(bench.deliveries().getFirst().get("failure").asString()).isEqualTo("not-allowed");
    }

    @Test
    void a_redirect_is_not_followed() {
        var elsewhere = new Receiver();
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere.url().toString());
            exchange.sendResponseHeaders(307, -1);
        });
        bench.courier().turn();

        assertThat(elsewhere.messages()).isEmpty();
        assertThat(bench.deliveries().getFirst().get("status").asInt()).isEqualTo(307);
        assertThat(bench.deliveries().getFirst().get("state").asString()).isEqualTo("waiting");
        elsewhere.close();
    }

    @Test
    void an_answer_without_an_end_is_not_read() {
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        var stopped = new CountDownLatch(1);
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write("and on ".repeat(1000).getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException closed) {
                stopped.countDown();
            }
        });
        bench.courier().turn();

        assertThat(bench.deliveries().getFirst().get("state").asString()).isEqualTo("delivered");
        WebhookBench.await(() -> stopped.getCount() == 0);
    }

    @Test
    void a_receiver_that_says_nothing_is_left_and_delays_no_other() {
        var prompt = new Receiver();
        var told = new CountDownLatch(1);
        bench.webhook("a", receiver.url());
        bench.webhook("b", prompt.url());
        bench.waiting(1);
        server().bean(DeliveryTable.class).add(new WebhookId(bench.id("b")), "msg_b", 1, "PulseClosed", "p", "{}");
        receiver.answers(exchange -> {
            waitFor(told); // answers only after the other was told, and would never if they were told in turn
            exchange.sendResponseHeaders(200, -1);
        });
        prompt.answers(exchange -> {
            told.countDown();
            exchange.sendResponseHeaders(200, -1);
        });
        bench.courier(WebhookBench.post(Duration.ofSeconds(20))).turn();
        assertThat(bench.deliveries().getFirst().get("state").asString()).isEqualTo("delivered");

        var never = new CountDownLatch(1);
        receiver.answers(exchange -> waitFor(never));
        server().bean(DeliveryTable.class).add(new WebhookId(bench.id("a")), "msg_slow", 9, "PulseClosed", "p", "{}");
        bench.courier(WebhookBench.post(Duration.ofMillis(200))).turn();
        assertThat(bench.deliveries().getFirst().get("failure").asString()).isEqualTo("timeout");
        never.countDown();
        prompt.close();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(15, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_nobody_answers_to_is_kept_for_later() {
        var closed = new Receiver();
        closed.close();
        bench.webhook("a", closed.url());
        bench.waiting(1);
        bench.courier().turn();

        var delivery = bench.deliveries().getFirst();
        assertThat(delivery.get("state").asString()).isEqualTo("waiting");
        assertThat(delivery.get("failure").asString()).isEqualTo("unreachable");
        assertThat(delivery.get("nextAttempt").asString()).startsWith("2026-03-01T09:00:0");
    }

    @Test
    void deliveries_are_paged_from_the_newest_on() {
        bench.webhook("a", receiver.url());
        bench.waiting(5);
        var first = bench.ask("GET", "/deliveries?limit=3").json();
        var rest = bench.ask(
                        "GET", "/deliveries?limit=3&before=" + first.get("next").asLong())
                .json();

        assertThat(first.get("deliveries").size()).isEqualTo(3);
        assertThat(rest.get("deliveries").size()).isEqualTo(2);
        assertThat(rest.has("next")).isFalse();
        assertThat(bench.ask("GET", "/deliveries?limit=0").status()).isEqualTo(400);
        assertThat(bench.ask("DELETE", "").status()).isEqualTo(204);
        assertThat(bench.ask("DELETE", "").status()).isEqualTo(404);
        assertThat(bench.ask("GET", "/deliveries").status()).isEqualTo(404);
    }
}
