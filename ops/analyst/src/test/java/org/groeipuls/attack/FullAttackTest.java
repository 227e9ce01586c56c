package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attack at full strength, on both stores and both kinds of tickets, and on its control; only with
 * {@code -Pattack}. With {@code -Dattack.report=true} the report goes to docs.
 */
@Tag("full")
class FullAttackTest {
    private static final int ATTEMPTS = 5;

    @TempDir
    Path folder;

    @Test
    void no_attack_succeeds_at_full_strength_and_each_does_on_its_control() throws Exception {
        List<Report.Run> runs = new ArrayList<>();
        attacked(Servers::onH2, "h2", runs);
        attacked(Servers::onPostgres, "postgres", runs);
        mailed(Servers::onH2, "h2-mail", runs);
        mailed(Servers::onPostgres, "postgres-mail", runs);
        var report = new Report(LocalDate.now(ZoneOffset.UTC), runs, controls());
        write(report);

        assertThat(report.controls())
                .allSatisfy(
                        (attack, succeeded) -> assertThat(succeeded).as(attack).isTrue());
        assertThat(report.notRun()).as("with and without a mail server").isEmpty();
        assertThat(report.verdict()).as(report.json()).isEqualTo(Report.Verdict.HELD);
    }

    private void attacked(Function<Path, Servers> start, String name, List<Report.Run> runs) throws IOException {
        try (var server = start.apply(Files.createDirectories(folder.resolve(name)));
                var api = server.api()) {
            var version = api.version();
            runs.add(new Report.Run(server.store(), version, true, ProductTest.server(server, api, true)));
            var open = Files.createDirectories(folder.resolve("copies-" + name));
            runs.add(new Report.Run(server.store(), version, true, ProductTest.twoLayers(server, api, open)));
            for (boolean blind : List.of(false, true)) {
                var copies = Files.createDirectories(folder.resolve("copies-" + name + blind));
                var results = ProductTest.stores(server, api, blind, copies);
                runs.add(new Report.Run(server.store() + ", " + (blind ? "blind" : "links"), version, true, results));
            }
        }
    }

    /** The attack on letters, with a mail server that reads along. */
    private void mailed(BiFunction<Path, List<String>, Servers> start, String name, List<Report.Run> runs)
            throws IOException {
        try (var sink = new MailSink();
                var server = start.apply(Files.createDirectories(folder.resolve(name)), sink.settings());
                var api = server.api()) {
            var suite = new Suite<>(List.<Attack<Api>>of(new MailParticipation(sink::letters)));
            runs.add(new Report.Run(server.store() + ", mail", api.version(), true, suite.run(api, true, told -> {})));
        }
    }

    private Map<String, Boolean> controls() throws Exception {
        Map<String, Boolean> controls = new LinkedHashMap<>();
        for (var attack : ServerControlsTest.attacks().toList()) {
            controls.put(attack.key(), succeeds(attack));
        }
        var padded = NaiveStore.evidence(folder.resolve("padded"), true);
        var unpadded = NaiveStore.evidence(folder.resolve("unpadded"), false);
        for (var attack : StoreControlsTest.attacks().toList()) {
            var control = attack instanceof OneSize ? unpadded : padded;
            controls.put(attack.key(), attack.on(control).outcome() == Outcome.SUCCEEDED);
        }
        return controls;
    }

    /** A busy computer can hide a difference in time; a control only has to show that the attack can see one. */
    private static boolean succeeds(Attack<Api> attack) throws Exception {
        boolean succeeded = false;
        for (int attempt = 0; attempt < ATTEMPTS && !succeeded; attempt++) {
            succeeded = ServerControlsTest.onControl(attack).outcome() == Outcome.SUCCEEDED;
        }
        return succeeded;
    }

    private static void write(Report report) throws IOException {
        var target = Boolean.getBoolean("attack.report") ? docs() : Path.of("target");
        Files.writeString(target.resolve("attack-report.html"), ReportPage.of(report));
        Files.writeString(target.resolve("attack-report.json"), report.json());
    }

    private static Path docs() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docs/protocol.md"))) {
                return at.resolve("docs");
            }
        }
        throw new IllegalStateException("The folder docs is not above this one");
    }
}
