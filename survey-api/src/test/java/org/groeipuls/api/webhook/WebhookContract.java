package org.groeipuls.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.groeipuls.api.Server;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever is told of pulses may rely on, whichever store stands behind it. */
abstract class WebhookContract {
    private final WebhookBench bench = new WebhookBench(server());
    private final Receiver receiver = new Receiver();

    abstract Server server();

    @AfterEach
    void leave() {
        bench.removeAll();
        receiver.close();
    }

    @Test
    void each_event_goes_once_under_an_id_of_its_own_and_can_be_checked() throws Exception {
        var theirs = new com.standardwebhooks.Webhook(bench.webhook("a", receiver.url()));
        var pulse = bench.issued("p");
        bench.open();
        var today = LocalDate.ofInstant(server().now(), ZoneOffset.UTC);
        server().bean(Courier.class).turn();
        bench.close();
        server().bean(Courier.class).turn();
        server().bean(Courier.class).turn();

        var told = receiver.about(pulse);
        assertThat(told.getFirst().body())
                .isEqualTo("{\"type\":\"PulseOpened\",\"timestamp\":\"%s\",\"data\":{\"pulse\":\"%s\"}}"
                        .formatted(today, pulse));
        assertThat(told)
                .extracting(message -> message.body().replaceAll(".*\"type\":\"(\\w+)\".*", "$1"))
                .containsExactly("PulseOpened", "PulseClosed", "PulseCounted");
        assertThat(told)
                .extracting(Receiver.Message::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("msg_\\w+"));
        for (var message : told) {
            theirs.verify(message.body(), message.headers());
        }
        assertThat(bench.deliveries()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(delivery -> {
            assertThat(delivery.get("state").asString()).isEqualTo("delivered");
            assertThat(delivery.get("attempts").asInt()).isEqualTo(1);
            assertThat(delivery.get("status").asInt()).isEqualTo(204);
        });
        assertThat(server().bean(JdbcClient.class)
                        .sql("select count(*) from webhook_delivery where body like '%\"n\"%' or length(body) > 200")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The control: a receiver that checks finds every change. */
    @Test
    void what_was_changed_on_its_way_or_signed_with_another_secret_is_found() throws Exception {
        var theirs = new com.standardwebhooks.Webhook(bench.webhook("a", receiver.url()));
        var others = new com.standardwebhooks.Webhook(bench.webhook("b", new Receiver().url()));
        bench.waiting(1);
        server().bean(Courier.class).turn();
        var message = receiver.messages().getFirst();

        theirs.verify(message.body(), message.headers());
        assertThatThrownBy(() -> theirs.verify(message.body() + " ", message.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> others.verify(message.body(), message.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void nobody_is_told_what_happened_before_they_asked() {
        try (var control = new Receiver()) {
            var pulse = bench.issued("p");
            bench.outbox().shutDown(); // behind, so that it reads of the opening only after the webhooks were made
            bench.opened();
            bench.webhook("a", receiver.url());
            bench.webhook("control", control.url());
            server().bean(JdbcClient.class)
                    .sql("update webhook set since = 0 where id = :id")
                    .param("id", bench.id("control"))
                    .update();
            bench.outbox().start();
            bench.close();
            var courier = bench.courier();
            WebhookBench.await(() -> {
                courier.turn();
                return receiver.about(pulse).size() >= 2 && control.about(pulse).size() >= 3;
            });

            assertThat(receiver.about(pulse))
                    .extracting(Receiver.Message::body)
                    .hasSize(2)
                    .allMatch(body -> !body.contains("PulseOpened"));
            assertThat(control.about(pulse)).hasSize(3);
        }
    }

    @Test
    void a_receiver_that_was_down_gets_everything_once_it_is_up() {
        bench.webhook("a", receiver.url());
        bench.waiting(3);
        receiver.answers(503);
        var courier = bench.courier();
        courier.turn();
        assertThat(receiver.messages())
                .as("one is enough to see that it is down")
                .hasSize(1);

        receiver.answers(200);
        courier.turn();
        assertThat(receiver.messages()).as("the first waits for its time").hasSize(3);
        bench.later(Duration.ofSeconds(6));
        courier.turn();

        assertThat(receiver.messages())
                .extracting(Receiver.Message::body)
                .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":1}");
        assertThat(receiver.messages().getLast().id())
                .isEqualTo(receiver.messages().getFirst().id());
        assertThat(receiver.messages().getLast().header("webhook-timestamp"))
                .as("the time of the attempt")
                .isEqualTo(Long.toString(bench.now().getEpochSecond()));
        assertThat(bench.deliveries())
                .extracting(one -> one.get("state").asString())
                .containsOnly("delivered");
    }

    @Test
    void after_ten_attempts_it_is_given_up_until_somebody_has_it_tried_again() {
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        receiver.answers(500);
        var courier = bench.courier();
        courier.turn();
        for (var pause : Courier.PAUSES) {
            courier.turn();
            bench.later(pause.multipliedBy(11).dividedBy(10));
            courier.turn();
        }
        bench.later(Duration.ofDays(365));
        courier.turn();

        assertThat(receiver.messages()).hasSize(10);
        assertThat(receiver.messages().stream().map(Receiver.Message::id).distinct())
                .hasSize(1);
        var dead = bench.deliveries().getFirst();
        assertThat(dead.get("state").asString()).isEqualTo("dead");
        assertThat(dead.get("attempts").asInt()).isEqualTo(10);
        assertThat(dead.get("failure").asString()).isEqualTo("refused");

        receiver.answers(200);
        var again = "/deliveries/" + dead.get("id").asString() + "/retry";
        assertThat(bench.ask("POST", again).json().get("state").asString()).isEqualTo("waiting");
        courier.turn();
        assertThat(receiver.messages()).hasSize(11);
        assertThat(bench.deliveries().getFirst().get("state").asString()).isEqualTo("delivered");
        assertThat(bench.ask("POST", again).code()).isEqualTo("delivery-already-made");
        assertThat(bench.ask("POST", "/deliveries/none/retry").status()).isEqualTo(404);
    }

    @Test
    void a_receiver_that_asks_for_more_time_gets_it() {
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "600");
            exchange.sendResponseHeaders(429, -1);
        });
        var courier = bench.courier();
        courier.turn();
        bench.later(Duration.ofSeconds(599));
        courier.turn();
        assertThat(receiver.messages()).hasSize(1);
        bench.later(Duration.ofSeconds(1));
        courier.turn();
        assertThat(receiver.messages()).hasSize(2);
    }

    /** A power cut could take it back, and then it would happen once more. */
    @Test
    void nobody_is_told_of_what_may_not_be_on_disk() {
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        var courier = bench.courier(() -> {
            throw new Killed();
        });

        assertThatThrownBy(courier::turn).isInstanceOf(Killed.class);
        assertThat(receiver.messages()).isEmpty();
    }

    /** Between outbox and delivery, and between delivery and noting it. */
    @Test
    void what_a_node_died_at_is_sent_by_another_under_the_same_id() {
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        var post = WebhookBench.post(Duration.ofSeconds(10));
        var diesBefore = bench.courier((url, headers, body) -> {
            throw new Killed();
        });
        var diesAfter = bench.courier((url, headers, body) -> {
            post.send(url, headers, body);
            throw new Killed();
        });

        assertThatThrownBy(diesBefore::turn).hasRootCauseInstanceOf(Killed.class);
        bench.courier().turn();
        assertThat(receiver.messages()).as("it may still be at it").isEmpty();
        bench.later(Courier.LEASE);
        assertThatThrownBy(diesAfter::turn).hasRootCauseInstanceOf(Killed.class);
        bench.later(Courier.LEASE);
        bench.courier().turn();
        bench.later(Courier.LEASE);
        bench.courier().turn();

        assertThat(receiver.messages()).extracting(Receiver.Message::id).hasSize(2);
        assertThat(receiver.messages().getLast().id())
                .isEqualTo(receiver.messages().getFirst().id());
        assertThat(bench.deliveries().getFirst().get("state").asString()).isEqualTo("delivered");
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void of_two_nodes_one_sends_each_message() throws InterruptedException {
        bench.webhook("a", receiver.url());
        bench.waiting(40);
        var nodes = List.of(bench.courier(), bench.courier());
        var threads = nodes.stream()
                .map(node -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 20; i++) {
                        node.turn();
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(receiver.messages())
                .extracting(Receiver.Message::id)
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_receiver_that_wants_no_more_gets_no_more_until_somebody_says_so() {
        bench.webhook("a", receiver.url());
        bench.waiting(3);
        receiver.answers(410);
        bench.courier().turn();
        bench.issued("p");
        bench.open();
        bench.later(Duration.ofDays(30));
        bench.courier().turn();

        assertThat(receiver.messages()).hasSize(1);
        assertThat(bench.ask("GET", "").json().get("state").asString()).isEqualTo("gone");
        assertThat(bench.deliveries())
                .hasSize(3)
                .extracting(one -> one.get("state").asString())
                .containsOnly("dead");

        receiver.answers(200);
        var body = "{'url':'%s','events':['PulseCounted']}".formatted(receiver.url());
        assertThat(bench.put("operator", "/webhooks/" + bench.id("a"), body).status())
                .isEqualTo(200);
        bench.close();
        bench.courier().turn();
        assertThat(receiver.about(bench.id("p"))).hasSize(1);
    }

    /** Even if what was sent had been forgotten: nothing but new events reaches the outbox. */
    @Test
    void making_the_views_anew_sends_nothing_again() {
        bench.webhook("a", receiver.url());
        var pulse = bench.issued("p");
        bench.open();
        bench.courier().turn();
        assertThat(receiver.about(pulse)).hasSize(1);
        server().bean(JdbcClient.class).sql("delete from webhook_delivery").update();

        server().bean(Rebuild.class).begin();
        server().bean(ViewPosition.class)
                .await(server().bean(HistoryStore.class).head(), Duration.ofSeconds(20));
        bench.settle();
        bench.courier().turn();

        assertThat(receiver.about(pulse)).hasSize(1);
        assertThat(bench.deliveries()).isEmpty();
        assertThat(bench.outbox().supportsReset()).isFalse();
    }

    @Test
    void an_event_that_could_not_be_put_out_is_put_out_later_and_once() {
        bench.webhook("a", receiver.url());
        var pulse = bench.issued("p");
        var jdbc = server().bean(JdbcClient.class);
        jdbc.sql("alter table webhook_delivery rename to webhook_delivery_away").update();
        try {
            server().clockTo(server().now().plus(Duration.ofDays(2)).plus(Duration.ofHours(1)));
            WebhookBench.await(() -> bench.outbox().isError()
                    || bench.outbox().processingStatus().values().stream().anyMatch(at -> at.isErrorState())
                    || bench.outbox().processingStatus().isEmpty());
        } finally {
            jdbc.sql("alter table webhook_delivery_away rename to webhook_delivery")
                    .update();
        }
        bench.settle();
        bench.courier().turn();

        assertThat(receiver.about(pulse)).hasSize(1);
    }
}
