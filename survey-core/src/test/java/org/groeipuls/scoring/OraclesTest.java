package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reference numbers that are not there compare nothing, so nothing may be missing unseen. */
class OraclesTest {
    private static final String ABOUT = "README.md";

    private static List<String> bundled() throws IOException {
        try (Stream<Path> files = Files.list(Oracles.FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals(ABOUT))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_file_that_should_be_here_is_missed_and_not_skipped() {
        assertThatThrownBy(() -> Oracles.json("13_e2e_renamed.json"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("neither here nor left out");
    }

    @Test
    void every_file_is_told_with_where_it_comes_from() throws IOException {
        var about = new String(Oracles.bytes(ABOUT), StandardCharsets.UTF_8);
        assertThat(bundled())
                .hasSizeGreaterThan(30)
                .allSatisfy(file -> assertThat(about).contains("`" + file + "`"));
    }

    @Test
    void rows_under_another_licence_stay_out() throws IOException {
        assertThat(bundled()).doesNotContainAnyElementsOf(Oracles.NOT_BUNDLED);
    }

    @Test
    void the_numbers_are_those_that_were_handed_over() throws IOException {
        Path originals = Oracles.beside();
        assumeTrue(originals != null, "the originals lie beside the project only: nothing was compared with them");
        List<Path> folders = Stream.of("oracles", "vectors", "data/civil-service-people-survey")
                .map(Objects.requireNonNull(originals)::resolve)
                .toList();
        for (String file : bundled()) {
            if (!file.startsWith("16_made")) {
                Path original = folders.stream()
                        .map(folder -> folder.resolve(file))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(file + " has no original"));
                assertThat(Oracles.bytes(file)).as(file).isEqualTo(Oracles.read(original));
            }
        }
    }
}
