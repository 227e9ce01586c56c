package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays from the command line, against a server that says what a test has it say. */
class ReplayCommandsTest {
    @TempDir
    Path folder = Path.of("");

    private Path token = Path.of("");

    @BeforeEach
    void signIn() throws IOException {
        token = Files.writeString(folder.resolve("token"), "x");
    }

    private Tool tool(Stub server, Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", server.url(), "--token-file", token));
        return Tool.run(all.toArray());
    }

    private static Stub replayed(String... states) {
        Iterator<String> job = List.of(states).iterator();
        return Stub.that(exchange -> {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "POST /api/v1/replays" ->
                    Stub.reply(exchange, 202, "{\"replay\":\"r7\",\"job\":{\"job\":\"r7\",\"state\":\"waiting\"}}");
                case "GET /api/v1/jobs/r7" ->
                    Stub.reply(exchange, 200, "{\"state\":\"" + job.next() + "\",\"done\":5,\"total\":10}");
                case "DELETE /api/v1/jobs/r7" -> Stub.reply(exchange, 204, "");
                case "GET /api/v1/replays/r7/comparison" ->
                    Stub.reply(
                            exchange,
                            200,
                            exchange.getRequestURI().getQuery() == null
                                    ? "{\"points\":6,\"changed\":[{\"group\":\"a\",\"by\":0.2}],\"outcomes\":1,"
                                            + "\"flipped\":[],\"next\":\"a\"}"
                                    : "{\"points\":4,\"changed\":[],\"outcomes\":1,"
                                            + "\"flipped\":[{\"group\":\"b\",\"replayed\":\"risen\"}]}");
                case "GET /api/v1/replays" ->
                    Stub.reply(
                            exchange,
                            200,
                            "{\"replays\":[{\"replay\":\"r8\",\"startedOn\":\"2026-11-26\",\"terms\":{\"rule\":"
                                    + "{\"rule\":\"mine@1\"},\"asOf\":\"2026-06-30\"},\"job\":{\"job\":\"r8\","
                                    + "\"state\":\"running\",\"done\":2500,\"total\":10000}},{\"replay\":\"r7\","
                                    + "\"startedOn\":\"2026-11-25\",\"terms\":{},\"job\":{\"job\":\"r7\","
                                    + "\"state\":\"done\",\"done\":10,\"total\":10}}]}");
                default -> Stub.reply(exchange, 404, "{\"detail\":\"There is no such thing\"}");
            }
        });
    }

    @Test
    void a_replay_is_followed_to_its_end_and_compared() throws IOException {
        try (var server = replayed("waiting", "running", "done")) {
            var rule = Files.writeString(folder.resolve("rule.json"), "{\"name\":\"mine@1\"}");
            var replay = tool(server, "replay", "--rule", rule);
            assertThat(replay.exit()).as(replay.toString()).isZero();
            assertThat(replay.out()).contains("Replay r7: done");
            assertThat(replay.err()).contains("groeipuls replay --follow r7");
            assertThat(server.asked()).first().isEqualTo("POST /api/v1/replays {\"rule\":{\"name\":\"mine@1\"}}");

            var compared = tool(server, "compare", "r7");
            assertThat(compared.exit()).isEqualTo(1);
            assertThat(compared.out())
                    .contains(
                            "group=a  by=0.200",
                            "group=b  replayed=risen",
                            "1 of 10 points differ, 1 of 2 outcomes flip");
            assertThat(server.asked().getLast()).startsWith("GET /api/v1/replays/r7/comparison?after=a");
        }
    }

    @Test
    void a_running_replay_is_joined_again_and_shown_to_its_end() {
        try (var server = replayed("running", "running", "done", "cancelled")) {
            var joined = tool(server, "replay", "--follow", "r7");
            assertThat(joined.exit()).as(joined.toString()).isZero();
            assertThat(joined.out()).isEqualTo("Replay r7: done\n");
            assertThat(joined.err()).contains("replay: 5 of 10");
            assertThat(server.asked()).hasSize(3).allMatch("GET /api/v1/jobs/r7"::equals);

            assertThat(tool(server, "replay", "--follow", "r7", "--json").out())
                    .isEqualTo("{\"replay\":\"r7\",\"state\":\"cancelled\",\"events\":5}\n");
            assertThat(tool(server, "replay", "--follow", "none").exit()).isEqualTo(2);
        }
    }

    @Test
    void whoever_joins_later_does_not_count_what_was_done_before_as_fast() {
        var said = new StringWriter();
        try (var progress = Progress.lines("replay", 900_000, 1_000_000, new PrintWriter(said))) {
            progress.at(900_000, 1_000_000);
        }

        assertThat(said).hasToString("replay: 900,000 of 1,000,000, 0 a second, 0 s left\n");
    }

    @Test
    void what_a_replay_tries_is_said_when_it_begins() throws IOException {
        try (var server = replayed("done")) {
            var constants = Files.writeString(folder.resolve("constants.json"), "{\"kappa\":0.5}");
            assertThat(tool(server, "replay", "--follow", "r7", "--constants", constants)
                            .exit())
                    .isEqualTo(2);
            assertThat(server.asked()).isEmpty();

            assertThat(tool(server, "replay", "--constants", constants, "--calibration", "mine@1")
                            .exit())
                    .isZero();
            assertThat(server.asked())
                    .first()
                    .isEqualTo("POST /api/v1/replays {\"constants\":{\"kappa\":0.5},\"calibration\":\"mine@1\"}");
        }
    }

    @Test
    void the_replays_that_are_kept_are_listed_with_how_far_they_are() {
        try (var server = replayed()) {
            var list = tool(server, "replay", "list");
            assertThat(list.exit()).as(list.toString()).isZero();
            assertThat(list.out().lines().map(line -> line.replaceAll(" {2,}", "  ")))
                    .containsExactly(
                            "r8  running  2,500 of 10,000  2026-11-26  rule=mine@1  asOf=2026-06-30",
                            "r7  done  10 of 10  2026-11-25");
            assertThat(ExportedEvent.JSON
                            .readTree(tool(server, "replay", "list", "--json").out())
                            .at("/replays/0/job/state")
                            .asString())
                    .isEqualTo("running");
        }
    }

    @Test
    void a_replay_is_broken_off_and_one_that_is_over_is_not() {
        try (var server = replayed("cancelled", "done")) {
            var cancelled = tool(server, "replay", "cancel", "r7");
            assertThat(cancelled.exit()).as(cancelled.toString()).isZero();
            assertThat(cancelled.out()).isEqualTo("Replay r7: cancelled\n");
            assertThat(server.asked()).containsExactly("DELETE /api/v1/jobs/r7", "GET /api/v1/jobs/r7");

            var over = tool(server, "replay", "cancel", "r7");
            assertThat(over.exit()).isEqualTo(2);
            assertThat(over.err()).contains("Replay r7 is over: done");
            assertThat(tool(server, "replay", "cancel", "none").exit()).isEqualTo(2);
        }
    }
}
