package org.groeipuls.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.groeipuls.api.Browser;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What could not be delivered, on the operator's page. */
class DeadLettersPageTest {
    private static final Pattern RETRY = Pattern.compile("action=\"(/operator/webhooks/[^\"?]+/retry)");

    private final Server server = Server.onH2();
    private final WebhookBench bench = new WebhookBench(server);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void leave() {
        bench.removeAll();
        receiver.close();
    }

    private void givenUp() {
        bench.webhook("a", receiver.url());
        bench.waiting(1);
        receiver.answers(500);
        var courier = bench.courier();
        courier.turn();
        for (var pause : Courier.PAUSES) {
            courier.turn();
            bench.later(pause.multipliedBy(2));
            courier.turn();
        }
        assertThat(state()).isEqualTo("dead");
    }

    private String state() {
        return bench.deliveries().getFirst().get("state").asString();
    }

    @Test
    void a_message_that_was_given_up_is_sent_again_with_a_button() {
        givenUp();
        var operator = new Browser(server).as("operator");
        var page = operator.get("/operator?lang=nl");
        assertThat(page.body()).contains("PulseClosed", "500").doesNotContain("{\"n\":1}", "&quot;n&quot;");
        assertThat(state()).as("after it was looked at").isEqualTo("dead");

        var retry = retry(page);
        var done = operator.post(retry + "?lang=nl", page, Map.of());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(state()).isEqualTo("waiting");
        var then = operator.get(done.headers().firstValue("Location").orElseThrow());
        assertThat(then.body()).contains("role=\"status\"").doesNotContain(retry);

        int before = receiver.messages().size();
        receiver.answers(200);
        bench.courier().turn();
        assertThat(receiver.messages()).hasSize(before + 1);
        var again = operator.post(retry + "?lang=nl", page, Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("role=\"alert\"");
        assertThat(receiver.messages()).hasSize(before + 1);
    }

    @Test
    void nobody_else_sends_it_again() {
        givenUp();
        var retry = retry(new Browser(server).as("operator").get("/operator"));
        for (var name : new String[] {"hr", "analyst", "direction", "works-council"}) {
            var browser = new Browser(server).as(name);
            var form = browser.get("/?lang=nl");
            assertThat(browser.post(retry, form, Map.of()).statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(state()).isEqualTo("dead");
    }

    private static String retry(HttpResponse<String> page) {
        var found = RETRY.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }
}
