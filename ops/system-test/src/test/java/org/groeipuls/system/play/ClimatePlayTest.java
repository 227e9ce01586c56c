package org.groeipuls.system.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.simulation.Check;
import org.groeipuls.simulation.ClimateFigures;
import org.groeipuls.simulation.ClimateFile;
import org.groeipuls.simulation.Habits;
import org.groeipuls.simulation.History;
import org.groeipuls.simulation.LeadershipClimate;
import org.groeipuls.simulation.SurveyClient;
import org.groeipuls.system.DurablePostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The answers of 2,042 people in 49 companies go in through REST, with retries, double sends, revisions and
 * withdrawals, and come out of history as they are in the file. Where the file is absent, a made one of its shape.
 */
@Tag("ci")
class ClimatePlayTest {
    private static final long SEED = 2042;
    private static final String REAL = "shared/data/leadership-climate/leadership-climate.csv";

    @TempDir
    Path folder;

    @Test
    void every_answer_of_the_file_is_found_again_on_h2() throws Exception {
        play(List.of());
    }

    @Test
    void every_answer_of_the_file_is_found_again_on_postgresql() throws Exception {
        try (var postgres = new DurablePostgres()) {
            play(postgres.settings("play"));
        }
    }

    private void play(List<String> store) throws Exception {
        List<String> arguments = new ArrayList<>(store);
        arguments.addAll(List.of(
                "--groeipuls.demonstration=true", "--groeipuls.data=" + folder.resolve("data"), "--server.port=0"));
        long begun = System.nanoTime();
        try (var server = GroeipulsServer.start(arguments.toArray(String[]::new))) {
            var port = Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
            try (var client = new SurveyClient(URI.create("http://127.0.0.1:" + port))) {
                var climate = new LeadershipClimate(client, file(), SEED);
                climate.register();
                Instant opens = Instant.parse("2027-03-01T08:00:00Z");
                hold(climate.play("exact", Disclosure.EXACT, opens, Habits.VARIED));
                if (isReal()) {
                    publishedFigures(ClimateFigures.of(History.ofPulse(History.all(client), "exact")));
                }
                hold(climate.play("banded", Disclosure.BANDED, opens.plus(Duration.ofDays(28)), Habits.VARIED));
            }
        }
        System.out.printf(
                "played twice in %d s, with %s%n",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                isReal() ? "the real answers" : "made answers: the published figures were compared with nothing");
    }

    /**
     * How much companies differ and their people agree, as the R package multilevel gives it for these answers (Bliese,
     * Halverson and Schriesheim 2002), from released figures alone.
     */
    private static void publishedFigures(ClimateFigures figures) {
        assertThat(figures.scores()).hasSize(49);
        assertThat(figures.variance().respondents()).isEqualTo(2042);
        assertThat(figures.variance().icc1AtMeanSize().orElseThrow()).isCloseTo(0.08795622, within(5e-9));
        assertThat(figures.variance().icc2().orElseThrow()).isCloseTo(0.8007544, within(5e-8));
        assertThat(figures.agreements()).hasSize(49);
        assertThat(figures.meanRwg()).isCloseTo(0.8677849, within(5e-8));
        assertThat(figures.alpha()).contains(0.90);
    }

    private static void hold(List<Check> checks) {
        assertThat(checks)
                .isNotEmpty()
                .allSatisfy(
                        check -> assertThat(check.passed()).as(check.toString()).isTrue());
    }

    private static ClimateFile file() {
        return real().map(ClimateFile::read).orElseGet(() -> ClimateFile.generate(SEED, 12, 40));
    }

    private static boolean isReal() {
        return real().isPresent();
    }

    private static Optional<Path> real() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(REAL))) {
                return Optional.of(at.resolve(REAL));
            }
        }
        return Optional.empty();
    }
}
