package org.groeipuls.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClimateFileTest {
    private static final String HEADER =
            "team,LEAD01,LEAD02,LEAD03,LEAD04,LEAD05,LEAD06,LEAD07,LEAD08,LEAD09,LEAD10,LEAD11\n";

    @TempDir
    private Path folder;

    @Test
    void a_row_is_a_person_and_an_empty_cell_is_no_answer() throws IOException {
        var file = ClimateFile.read(
                file(HEADER + "a,1,2,3,4,5,1,2,3,4,5,\nb,1,1,1,1,1,1,1,1,1,1,1\na,2,,3,4,5,1,2,3,4,5,5\n"));

        assertThat(file.companies()).containsOnlyKeys("a", "b");
        assertThat(file.companies().get("a")).hasSize(2).allMatch(ClimateFile.Row::partly);
        assertThat(file.companies().get("b")).noneMatch(ClimateFile.Row::partly);
        assertThat(file.tally("a", 0)).containsExactly(1, 1, 0, 0, 0);
        assertThat(file.tally("a", 1)).containsExactly(0, 1, 0, 0, 0);
        assertThat(file.tally("a", 10)).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void an_answer_that_cannot_be_is_refused_with_its_line() throws IOException {
        var six = file(HEADER + "a,1,2,3,4,5,1,2,3,4,5,1\na,1,2,6,4,5,1,2,3,4,5,1\n");

        assertThatThrownBy(() -> ClimateFile.read(six)).hasMessageContaining("Line 3, LEAD03");
    }

    @Test
    void a_file_of_another_shape_is_refused_with_the_missing_column() throws IOException {
        var other = file("group,LEAD01\na,1\n");

        assertThatThrownBy(() -> ClimateFile.read(other)).hasMessageContaining("has no column LEAD02");
    }

    @Test
    void a_generated_file_reads_as_it_was_written_and_the_same_seed_makes_the_same() {
        var made = ClimateFile.generate(7, 6, 20);
        var path = folder.resolve("made.csv");

        made.write(path);

        assertThat(ClimateFile.read(path)).isEqualTo(made).isEqualTo(ClimateFile.generate(7, 6, 20));
        assertThat(made).isNotEqualTo(ClimateFile.generate(8, 6, 20));
        assertThat(made.companies())
                .hasSize(6)
                .allSatisfy((company, rows) -> assertThat(rows).hasSizeBetween(10, 20));
        assertThat(made.companies().values().stream().flatMap(List::stream)).anyMatch(ClimateFile.Row::partly);
    }

    @Test
    void the_real_file_has_the_published_people_companies_and_mean() {
        Path real = shared();
        assumeTrue(
                real != null,
                "the real file is under the GPL and lies beside the project only: nothing was compared with it");
        var file = ClimateFile.read(Objects.requireNonNull(real));

        assertThat(file.companies()).hasSize(49);
        var rows = file.companies().values().stream().flatMap(List::stream).toList();
        assertThat(rows).hasSize(2042);
        double mean = rows.stream()
                .flatMap(row -> row.answers().stream())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(3.000712, within(5e-7));
        assertThat(Arrays.stream(file.tally("company-002", 0)).sum())
                .isEqualTo(
                        file.companies().getOrDefault("company-002", List.of()).size());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("climate.csv"), content);
    }

    /** The real file, where the folder {@code shared} lies beside the project; else null. */
    static @Nullable Path shared() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/oracles"))) {
                Path file = at.resolve("shared/data/leadership-climate/leadership-climate.csv");
                return Files.exists(file) ? file : null;
            }
        }
        return null;
    }
}
