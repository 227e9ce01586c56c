package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
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
        for (var command : List.of("list", "cancel")) {
            assertThat(Tool.run("replay", command, "--help").out())
                    .contains("groeipuls replay " + command, "DESCRIPTION", "--patience", "EXIT STATUS");
        }
        assertThat(Tool.run("replay", "--help").out()).contains("--follow=REPLAY", "--constants=FILE", "COMMANDS");
        assertThat(Tool.run("history", "export", "--help").out()).contains("ndjson, csv, xlsx, parquet");
        assertThat(Tool.run("verify", "--version").out()).startsWith("groeipuls ");
        assertThat(Tool.run("--help").out()).contains("generate-completion", "COMMANDS");
    }

    @Test
    void a_shell_can_complete_what_is_typed() {
        var completion = Tool.run("generate-completion");

        assertThat(completion.exit()).isZero();
        assertThat(completion.out())
                .contains("_complete_groeipuls", "--format", "parquet")
                .contains("_picocli_groeipuls_replay_cancel()", "'--follow'", "'--constants'");
    }

    @Test
    void wrong_use_is_told_from_a_server_that_does_not_answer() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "x");
        var gone = Stub.url(Stub.freePort());

        assertThat(Tool.run("doctor", "--patience", 0, "--url", gone, "--token-file", token)
                        .exit())
                .isEqualTo(3);
        assertThat(Tool.run(
                                "history",
                                "export",
                                "--out",
                                folder.resolve("x"),
                                "--patience",
                                0,
                                "--url",
                                gone,
                                "--token-file",
                                token)
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
