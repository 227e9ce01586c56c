package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.groeipuls.tree.EventLine;
import org.groeipuls.tree.Frontier;
import org.groeipuls.tree.RecordedEvent;
import org.groeipuls.tree.TreeKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no server of the product. */
class CommandLineTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void help_reads_like_a_page_of_a_manual() {
        for (var command : List.of("verify", "audit", "doctor", "login", "trends", "replay", "compare")) {
            var help = Tool.run(command, "--help");
            assertThat(help.exit()).isZero();
            assertThat(help.out())
                    .as(command)
                    .contains("SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "3   the server does not answer");
        }
        assertThat(Tool.run("history", "export", "--help").out()).contains("ndjson, csv, xlsx, parquet");
        assertThat(Tool.run("verify", "--version").out()).startsWith("groeipuls ");
        assertThat(Tool.run("--help").out()).contains("generate-completion", "COMMANDS");
    }

    @Test
    void a_shell_can_complete_what_is_typed() {
        var completion = Tool.run("generate-completion");

        assertThat(completion.exit()).isZero();
        assertThat(completion.out()).contains("_complete_groeipuls", "--format", "parquet");
    }

    @Test
    void wrong_use_is_told_from_a_server_that_does_not_answer() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "x");
        int port;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var gone = "http://127.0.0.1:" + port;

        assertThat(Tool.run("doctor", "--url", gone, "--token-file", token).exit())
                .isEqualTo(3);
        assertThat(Tool.run("history", "export", "--out", folder.resolve("x"), "--url", gone, "--token-file", token)
                        .exit())
                .isEqualTo(3);
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(Tool.run("login", "--url", gone).exit()).isEqualTo(2);
        assertThat(Tool.run("doctor", "--login", folder.resolve("none.json")).exit())
                .isEqualTo(2);
        assertThat(Tool.run("replay", "--rule", folder.resolve("none.json"), "--url", gone, "--token-file", token)
                        .exit())
                .isEqualTo(2);
        assertThat(Tool.run("nonsense").exit()).isEqualTo(2);
    }

    @Test
    void a_replay_is_followed_to_its_end_and_compared() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "x");
        List<String> asked = new CopyOnWriteArrayList<>();
        Iterator<String> jobs = List.of("waiting", "running", "done").iterator();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            switch (exchange.getRequestURI().getPath()) {
                case "/api/v1/replays" -> {
                    exchange.getResponseHeaders().add("Location", "/api/v1/jobs/7");
                    reply(exchange, 202, "{\"replay\":\"r7\",\"job\":{\"job\":\"7\",\"state\":\"waiting\"}}");
                }
                case "/api/v1/jobs/7" ->
                    reply(exchange, 200, "{\"state\":\"" + jobs.next() + "\",\"done\":5,\"total\":10}");
                default ->
                    reply(
                            exchange,
                            200,
                            exchange.getRequestURI().getQuery() == null
                                    ? "{\"points\":6,\"changed\":[{\"group\":\"a\",\"by\":0.2}],\"outcomes\":1,"
                                            + "\"flipped\":[],\"next\":\"a\"}"
                                    : "{\"points\":4,\"changed\":[],\"outcomes\":1,"
                                            + "\"flipped\":[{\"group\":\"b\",\"replayed\":\"risen\"}]}");
            }
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var rule = Files.writeString(folder.resolve("rule.json"), "{\"name\":\"mine@1\"}");
            var replay = Tool.run("replay", "--rule", rule, "--url", url, "--token-file", token);
            assertThat(replay.exit()).as(replay.toString()).isZero();
            assertThat(replay.out()).contains("Replay r7: done");
            assertThat(asked).first().isEqualTo("POST /api/v1/replays {\"rule\":{\"name\":\"mine@1\"}}");

            var compared = Tool.run("compare", "r7", "--url", url, "--token-file", token);
            assertThat(compared.exit()).isEqualTo(1);
            assertThat(compared.out())
                    .contains(
                            "group=a  by=0.200",
                            "group=b  replayed=risen",
                            "1 of 10 points differ, 1 of 2 outcomes flip");
            assertThat(asked.getLast()).startsWith("GET /api/v1/replays/r7/comparison?after=a");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_tail_goes_on_with_what_comes_until_it_is_stopped() throws Exception {
        var secret = TreeKey.of(TreeKey.generate(new SecureRandom()));
        Deque<Integer> come = new ConcurrentLinkedDeque<>(List.of(1, 0, 2));
        List<String> asked = new CopyOnWriteArrayList<>();
        int[] position = {6};
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getQuery());
            var lines = new StringBuilder();
            Integer more = come.poll();
            for (int event = 0; more != null && event < more; event++) {
                int at = ++position[0];
                var recorded = new RecordedEvent(
                        at, "PulseOpened", "1", "pulse:p" + at, 0, "2026-11-26T00:00:00.000Z", "{\"pulse\":\"p\"}");
                lines.append(ExportedEvent.JSON.writeValueAsString(EventLine.of(recorded, secret.salt(at))))
                        .append('\n');
            }
            reply(exchange, 200, lines.toString());
        });
        server.start();
        var printed = new LinkedBlockingQueue<String>();
        var token = Files.writeString(folder.resolve("token"), "x");
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var tail = Thread.ofPlatform()
                .start(() -> Groeipuls.commands()
                        .setOut(new PrintWriter(lines(printed), true))
                        .setErr(new PrintWriter(new StringWriter(), true))
                        .execute(
                                "history",
                                "tail",
                                "--after",
                                "6",
                                "--follow",
                                "--interval",
                                "1",
                                "--url",
                                url,
                                "--token-file",
                                token.toString()));
        try {
            for (int at = 7; at <= 9; at++) {
                assertThat(printed.poll(30, TimeUnit.SECONDS))
                        .contains(at + "  2026-11-26  PulseOpened", "pulse:p" + at);
            }
            assertThat(asked).startsWith("limit=10000&after=6", "limit=10000&after=7", "limit=10000&after=7");
            assertThat(tail.isAlive()).isTrue();
            tail.interrupt();
            tail.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(tail.isAlive()).isFalse();
            assertThat(printed).isEmpty();
        } finally {
            tail.interrupt();
            server.stop(0);
        }
    }

    /** Each line as soon as it is printed. */
    private static Writer lines(Queue<String> printed) {
        return new Writer() {
            private final StringBuilder line = new StringBuilder();

            @Override
            public void write(char[] text, int from, int length) {
                for (int at = from; at < from + length; at++) {
                    if (text[at] == '\n') {
                        printed.add(line.toString());
                        line.setLength(0);
                    } else {
                        line.append(text[at]);
                    }
                }
            }

            @Override
            public void flush() {
                // lines go as they end
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void a_large_export_is_verified_in_seconds() throws IOException {
        verified(50_000, 10);
    }

    @Test
    @Tag("full")
    void a_million_events_are_verified_within_a_minute() throws IOException {
        verified(1_000_000, 60);
    }

    private void verified(int events, int seconds) throws IOException {
        var secret = TreeKey.of(TreeKey.generate(new SecureRandom()));
        var tree = new Frontier();
        var export = folder.resolve("large.ndjson");
        try (var out = Files.newBufferedWriter(export)) {
            for (int position = 1; position <= events; position++) {
                var event = new RecordedEvent(
                        position,
                        "BlockReleased",
                        "1",
                        "release:p" + position,
                        0,
                        "2026-11-26T00:00:00.000Z",
                        "{\"pulse\":\"p" + position + "\",\"items\":[" + "{\"item\":\"E1\",\"n\":9}".repeat(1) + "]}");
                var salt = secret.salt(position);
                tree.append(event.leaf(salt), (level, index, hash) -> {});
                out.append(ExportedEvent.JSON.writeValueAsString(EventLine.of(event, salt)))
                        .append('\n');
            }
        }
        var head = secret.sign(events, tree.root(), LocalDate.of(2026, 11, 26));
        var kept = Files.writeString(folder.resolve("head.json"), ExportedEvent.JSON.writeValueAsString(head));

        long from = System.nanoTime();
        var done = Tool.run(
                "verify",
                "--export",
                export,
                "--head",
                kept,
                "--key",
                secret.publicKey().text());
        double took = (System.nanoTime() - from) / 1e9;

        assertThat(done.exit()).as(done.toString()).isZero();
        System.out.printf("verified %,d events in %.1f s%n", events, took);
        assertThat(took).isLessThan(seconds);
    }
}
