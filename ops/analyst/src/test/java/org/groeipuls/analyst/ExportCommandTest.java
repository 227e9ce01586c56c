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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groeipuls.tree.EventLine;
import org.groeipuls.tree.RecordedEvent;
import org.groeipuls.tree.TreeKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many events an export says that there are, and what it makes of a server that sends others. */
class ExportCommandTest {
    private static final int LAST = 12;

    @TempDir
    Path folder = Path.of("");

    private final TreeKey secret = TreeKey.of(TreeKey.generate(new SecureRandom()));
    private Path token = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void signIn() throws IOException {
        token = Files.writeString(folder.resolve("token"), "x");
        out = folder.resolve("history");
    }

    private String line(int position) {
        var event = new RecordedEvent(
                position, "PulseOpened", "1", "pulse:p" + position, 0, "2026-11-26T00:00:00.000Z", "{\"pulse\":\"p\"}");
        return ExportedEvent.JSON.writeValueAsString(EventLine.of(event, secret.salt(position))) + "\n";
    }

    private String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::line).collect(Collectors.joining());
    }

    private static int number(HttpExchange exchange, String parameter) {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        return Integer.parseInt(query.replaceAll(".*" + parameter + "=(\\d+).*", "$1"));
    }

    /** A server that says of its twelve events that so many are openings, and so many of those come before a position. */
    private static HttpHandler says(long openings, long before, HttpHandler events) {
        return exchange -> {
            if (!exchange.getRequestURI().getPath().endsWith("/summary")) {
                events.handle(exchange);
                return;
            }
            boolean all = exchange.getRequestURI().getQuery() == null;
            Stub.reply(
                    exchange,
                    200,
                    ("{\"position\":%d,\"checksum\":\"\",\"types\":[{\"type\":\"PulseOpened\",\"events\":%d},"
                                    + "{\"type\":\"PulseClosed\",\"events\":3}]}")
                            .formatted(all ? LAST : number(exchange, "through"), all ? openings : before));
        };
    }

    private Tool export(Stub server, Object... more) {
        List<Object> words = new ArrayList<>(
                List.of("history", "export", "--out", out, "--url", server.url(), "--token-file", token));
        words.addAll(List.of(more));
        return Tool.run(words.toArray());
    }

    @Test
    void of_a_part_it_is_said_how_far_it_is_of_that_part() {
        try (var server = Stub.that(says(9, 4, exchange -> Stub.reply(exchange, 200, lines(8, LAST))))) {
            var exported = export(server, "--type", "PulseOpened", "--after", 7);

            assertThat(exported.exit()).as(exported.toString()).isZero();
            assertThat(exported.err()).contains("history: 5 of 5,");
            assertThat(server.asked()).element(1).asString().contains("summary?through=7");
        }
    }

    @Test
    void fewer_events_than_the_server_says_are_a_difference_in_a_part_too() {
        try (var server = Stub.that(says(9, 0, exchange -> Stub.reply(exchange, 200, lines(1, 8))))) {
            var exported = export(server, "--type", "PulseOpened");
            var json = export(server, "--type", "PulseOpened", "--json");

            assertThat(exported.exit()).isEqualTo(1);
            assertThat(exported.out()).contains("The server says that there are 9");
            assertThat(ExportedEvent.JSON.readTree(json.out()).get("same").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void a_workbook_without_room_is_refused_before_anything_is_fetched() {
        try (var server = Stub.that(says(1_048_576, 1_048_570, exchange -> Stub.reply(exchange, 200, lines(8, 12))))) {
            var refused = export(server, "--format", "xlsx", "--type", "PulseOpened");

            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("no room for so many events");
            assertThat(server.asked()).hasSize(1);
            assertThat(out).doesNotExist();
            assertThat(export(server, "--format", "xlsx", "--type", "PulseOpened", "--after", 7)
                            .out())
                    .contains("there are 6");
        }
    }

    @Test
    void an_answer_that_is_cut_off_is_gone_on_with_where_it_was() throws IOException {
        var answers = new AtomicInteger();
        HttpHandler cut = exchange -> {
            int after = number(exchange, "after");
            switch (answers.incrementAndGet()) {
                case 1 -> Stub.cut(exchange, lines(1, 5) + line(6).substring(0, 40));
                case 2 -> Stub.reply(exchange, 500, "{\"detail\":\"still not\"}");
                default -> Stub.reply(exchange, 200, lines(after + 1, LAST));
            }
        };
        try (var server = Stub.that(says(LAST, 0, cut))) {
            var exported = export(server, "--type", "PulseOpened");

            assertThat(exported.exit()).as(exported.toString()).isZero();
            assertThat(server.asked().getLast()).contains("after=5");
            assertThat(Files.readString(out)).isEqualTo(lines(1, LAST));
        }
    }

    @Test
    void an_export_that_fails_halfway_leaves_the_one_before_and_nothing_of_its_own() throws IOException {
        Files.writeString(out, "of yesterday");
        var answers = new AtomicInteger();
        HttpHandler fails = exchange -> {
            if (answers.incrementAndGet() == 1) {
                Stub.cut(exchange, lines(1, 5) + line(6).substring(0, 40));
            } else {
                Stub.reply(exchange, 403, "{\"detail\":\"no longer\"}");
            }
        };
        try (var server = Stub.that(says(LAST, 0, fails))) {
            var failed = export(server, "--type", "PulseOpened");

            assertThat(failed.exit()).as(failed.toString()).isEqualTo(2);
            assertThat(failed.err()).contains("no longer");
            assertThat(Files.readString(out)).isEqualTo("of yesterday");
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactlyInAnyOrder(token, out);
            }
        }
    }

    @Test
    void as_many_events_of_another_checksum_are_a_difference() {
        try (var server = Stub.that(says(LAST - 3, 0, exchange -> Stub.reply(exchange, 200, lines(1, LAST))))) {
            var exported = export(server);

            assertThat(exported.exit()).isEqualTo(1);
            assertThat(exported.out())
                    .contains("12 events up to position 12", "the server says something else")
                    .doesNotContain("export them again");
        }
    }
}
