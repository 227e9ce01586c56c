package org.groeipuls.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole server dies and is started again: while sixteen writers send ballots, and while it counts. A round or two
 * with {@code -Pci}; thirty kills under load and ten during the count with {@code -Pfault}.
 */
class ServerFaultTest {
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    @Test
    @Tag("ci")
    void what_the_server_acknowledged_is_counted_once_although_it_was_killed() throws Exception {
        killedUnderLoad(1);
    }

    @Test
    @Tag("fault")
    void what_the_server_acknowledged_is_counted_once_after_thirty_kills() throws Exception {
        killedUnderLoad(30);
    }

    @Test
    @Tag("ci")
    void a_count_that_is_killed_releases_the_same_figures_once() throws Exception {
        killedDuringTheCount(2);
    }

    @Test
    @Tag("fault")
    void ten_counts_that_are_killed_release_the_same_figures_once() throws Exception {
        killedDuringTheCount(10);
    }

    @Test
    @Tag("ci")
    void a_handing_over_that_is_killed_releases_the_same_figures_once() throws Exception {
        killedDuringTheHandingOver(1);
    }

    @Test
    @Tag("fault")
    void ten_handings_over_that_are_killed_release_the_same_figures_once() throws Exception {
        killedDuringTheHandingOver(10);
    }

    private void killedUnderLoad(int rounds) throws Exception {
        var chance = new Random(SEED);
        var ledger = new Ledger();
        var server = ServerProcess.start(folder);
        try {
            var survey = new FaultSurvey(server.origin(), rounds);
            survey.establish();
            survey.open("load");
            for (int round = 0; round < rounds; round++) {
                try (var writers = Writers.start(server.origin(), "load", survey.share(round), ledger)) {
                    TimeUnit.MILLISECONDS.sleep(300 + chance.nextInt(900));
                    server.kill();
                }
                server = ServerProcess.start(folder);
                survey = survey.at(server.origin());
                Writers.repeatWhatIsUncertain(server.origin(), "load", ledger);
            }
            survey.count("load");
            System.out.println("kills " + rounds + ", " + ledger);
            assertThat(ledger.acknowledged()).hasSizeGreaterThan(rounds);
            assertThat(survey.inclusion("load")).containsExactlyElementsOf(ledger.receiptHashes());
            assertThat(survey.sheetsCounted("load"))
                    .isEqualTo(ledger.acknowledged().size());
        } finally {
            server.close();
        }
    }

    private void killedDuringTheCount(int rounds) throws Exception {
        var chance = new Random(SEED);
        var server = ServerProcess.start(folder);
        try {
            var survey = new FaultSurvey(server.origin(), 1);
            survey.establish();
            survey.answerAll("undisturbed");
            long begun = System.nanoTime();
            survey.count("undisturbed");
            long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            var expected = survey.figures("undisturbed");
            assertThat(expected).isNotEmpty();
            for (int round = 0; round < rounds; round++) {
                String pulse = "killed-" + round;
                var receipts = survey.answerAll(pulse);
                var counting = survey.countInBackground(pulse);
                TimeUnit.MILLISECONDS.sleep(chance.nextInt((int) Math.max(2, whole * 5 / 4)));
                server.kill();
                counting.join();
                server = ServerProcess.start(folder);
                survey = survey.at(server.origin());
                survey.count(pulse);
                System.out.println("count killed, round " + round + " of a count of " + whole + " ms");
                assertThat(survey.timesCounted(pulse)).isEqualTo(1);
                assertThat(survey.figures(pulse)).isEqualTo(expected);
                assertThat(survey.inclusion(pulse)).containsExactlyElementsOf(receipts);
                assertThat(survey.writing(pulse)).isEqualTo(List.of("root 30 of 60"));
                assertThat(survey.texts()).hasSize(30 * (round + 2));
                assertThat(folder.resolve("data/boxes")).isDirectoryNotContaining("glob:**/box-*");
            }
        } finally {
            server.close();
        }
    }

    private void killedDuringTheHandingOver(int rounds) throws Exception {
        var chance = new Random(SEED);
        var server = ServerProcess.start(folder);
        try {
            var survey = new FaultSurvey(server.origin(), 1);
            survey.establish();
            survey.answerAll("undisturbed", 2);
            survey.close("undisturbed");
            var whole = survey.share("undisturbed");
            long begun = System.nanoTime();
            survey.handOver("undisturbed", whole);
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            var expected = survey.figures("undisturbed");
            assertThat(expected).isNotEmpty();
            for (int round = 0; round < rounds; round++) {
                String pulse = "handed-" + round;
                var receipts = survey.answerAll(pulse, 2);
                survey.close(pulse);
                var share = survey.share(pulse);
                var handing = survey.handOverInBackground(pulse, share);
                TimeUnit.MILLISECONDS.sleep(chance.nextInt((int) Math.max(2, took * 5 / 4)));
                server.kill();
                handing.join();
                server = ServerProcess.start(folder);
                survey = survey.at(server.origin());
                survey.handOver(pulse, share);
                System.out.println("handing over killed, round " + round + " of one of " + took + " ms");
                assertThat(survey.timesCounted(pulse)).isEqualTo(1);
                assertThat(survey.figures(pulse)).isEqualTo(expected);
                assertThat(survey.inclusion(pulse)).containsExactlyElementsOf(receipts);
                assertThat(survey.writing(pulse)).isEqualTo(List.of("root 30 of 60"));
                assertThat(survey.texts()).hasSize(30 * (round + 2));
                assertThat(folder.resolve("data/boxes")).isDirectoryNotContaining("glob:**/box-*");
            }
        } finally {
            server.close();
        }
    }
}
