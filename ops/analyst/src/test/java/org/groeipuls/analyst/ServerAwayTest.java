package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.groeipuls.tree.EventLine;
import org.groeipuls.tree.RecordedEvent;
import org.groeipuls.tree.TreeKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does while a server is away, and when it is back. */
class ServerAwayTest {
    @TempDir
    Path folder = Path.of("");

    private final TreeKey secret = TreeKey.of(TreeKey.generate(new SecureRandom()));
    private Path token = Path.of("");

    @BeforeEach
    void signIn() throws IOException {
        token = Files.writeString(folder.resolve("token"), "x");
    }

    private String line(int position) {
        var event = new RecordedEvent(
                position, "PulseOpened", "1", "pulse:p" + position, 0, "2026-11-26T00:00:00.000Z", "{\"pulse\":\"p\"}");
        return ExportedEvent.JSON.writeValueAsString(EventLine.of(event, secret.salt(position))) + "\n";
    }

    private String after(HttpExchange exchange, int last) {
        var query = exchange.getRequestURI().getQuery();
        int after = Integer.parseInt(query.substring(query.lastIndexOf('=') + 1));
        var lines = new StringBuilder();
        IntStream.rangeClosed(after + 1, last).mapToObj(this::line).forEach(lines::append);
        return lines.toString();
    }

    /** A server with so many events. */
    private HttpHandler history(int last) {
        return exchange -> Stub.reply(exchange, 200, after(exchange, last));
    }

    private Printed tail(String url, Object... more) {
        List<Object> words = new ArrayList<>(
                List.of("history", "tail", "--after", 6, "--interval", 1, "--url", url, "--token-file", token));
        words.addAll(List.of(more));
        return Printed.running(words.toArray());
    }

    private static List<Integer> positions(Printed tail, int until) throws InterruptedException {
        List<Integer> positions = new ArrayList<>();
        while (positions.isEmpty() || positions.getLast() < until) {
            positions.add(Integer.valueOf(Printed.next(tail.out()).strip().split(" ")[0]));
        }
        return positions;
    }

    @Test
    void the_tail_goes_on_with_what_comes_until_it_is_stopped() throws Exception {
        var come = new AtomicInteger(7);
        try (var server = Stub.that(exchange -> history(come.get()).handle(exchange));
                var tail = tail(server.url(), "--follow")) {
            assertThat(Printed.next(tail.out())).contains("7  2026-11-26  PulseOpened", "pulse:p7");
            come.set(9);
            assertThat(positions(tail, 9)).containsExactly(8, 9);
            assertThat(server.asked()).first().asString().endsWith("limit=10000&after=6");
            assertThat(tail.isRunning()).isTrue();

            tail.stop();

            assertThat(tail.out()).isEmpty();
        }
    }

    @Test
    void the_tail_survives_a_server_that_starts_anew_and_prints_every_event_once() throws Exception {
        List<Integer> seen = new ArrayList<>();
        int port;
        try (var first = Stub.that(history(8))) {
            port = first.port();
            try (var tail = tail(first.url(), "--follow")) {
                seen.addAll(positions(tail, 8));
                first.close();

                assertThat(Printed.next(tail.err())).contains("does not answer", "asking again until it answers");
                var answers = new AtomicInteger();
                try (var second = Stub.on(port, exchange -> {
                    var page = after(exchange, 14);
                    switch (answers.incrementAndGet()) {
                        case 1 -> Stub.reply(exchange, 503, "{\"detail\":\"not yet\"}");
                        case 2 -> Stub.cut(exchange, page, page.length() / 2);
                        case 3 -> Stub.cut(exchange, page, 10);
                        default -> Stub.reply(exchange, 200, page);
                    }
                })) {
                    seen.addAll(positions(tail, 14));
                    assertThat(Printed.next(tail.err())).isEqualTo("The server answers again");
                    assertThat(second.asked()).hasSizeGreaterThanOrEqualTo(4);
                }
                tail.stop();
                seen.addAll(tail.out().stream().map(Integer::valueOf).toList());
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(7, 14).boxed().toList());
    }

    @Test
    void the_tail_ends_when_the_server_says_no() throws Exception {
        for (int no : List.of(401, 403, 404)) {
            var answers = new AtomicInteger();
            try (var server = Stub.that(exchange -> {
                        if (answers.incrementAndGet() == 1) {
                            history(7).handle(exchange);
                        } else {
                            Stub.reply(exchange, no, "{\"detail\":\"no\"}");
                        }
                    });
                    var tail = tail(server.url(), "--follow")) {
                assertThat(tail.exit()).as("%d", no).isEqualTo(2);
                assertThat(Printed.next(tail.err())).contains("says " + no);
            }
        }
    }

    @Test
    void a_token_that_somebody_keeps_fresh_is_read_again_when_it_has_grown_old() throws Exception {
        try (var server = Stub.that(exchange -> {
                    boolean fresh =
                            "Bearer y".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    Files.writeString(token, "y");
                    if (fresh) {
                        history(7).handle(exchange);
                    } else {
                        Stub.reply(exchange, 401, "");
                    }
                });
                var tail = tail(server.url())) {
            assertThat(positions(tail, 7)).containsExactly(7);
            assertThat(tail.exit()).isZero();
        }
    }

    @Test
    void what_only_reads_waits_for_a_server_that_comes_up() throws Exception {
        int port = Stub.freePort();
        try (var tail = tail(Stub.url(port))) {
            assertThat(Printed.next(tail.err())).contains("does not answer", "asking again for 10 s");
            try (var server = Stub.on(port, history(8))) {
                assertThat(positions(tail, 8)).containsExactly(7, 8);
                assertThat(tail.exit()).isZero();
                assertThat(Printed.next(tail.err())).isEqualTo("The server answers again");
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @Test
    void patience_ends_with_a_clear_error() {
        var gone = Stub.url(Stub.freePort());

        var tail = Tool.run(
                "history", "tail", "--after", 6, "--patience", 1, "--url", gone, "--token-file", token, "--follow");

        assertThat(tail.exit()).isEqualTo(3);
        assertThat(tail.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("does not answer", "(asking again for 1 s)"),
                        last -> assertThat(last).contains("does not answer").doesNotContain("asking again"));
    }

    @Test
    void what_changes_something_is_sent_once_whatever_comes_of_it() {
        try (var server = Stub.that(HttpExchange::close)) {
            var sign = Tool.run("history", "sign", "--url", server.url(), "--token-file", token);

            assertThat(sign.exit()).isEqualTo(3);
            assertThat(server.asked()).containsExactly("POST /api/v1/history/heads");
        }
        try (var server = Stub.that(exchange -> Stub.reply(exchange, 503, "{\"detail\":\"not now\"}"))) {
            var replay = Tool.run("replay", "--url", server.url(), "--token-file", token);

            assertThat(replay.exit()).isEqualTo(3);
            assertThat(replay.err()).contains("503", "not now");
            assertThat(server.asked()).containsExactly("POST /api/v1/replays {}");
        }
    }
}
