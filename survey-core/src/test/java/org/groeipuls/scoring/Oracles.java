package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference numbers of docs/oracles, and those few that lie beside the project only. */
public final class Oracles {
    /** Rows of R packages under the GPL; where they are not, tests that need them are skipped and say so. */
    static final Set<String> NOT_BUNDLED = Set.of(
            "01_attitude.csv",
            "01_bfi_A_250.csv",
            "02_cohesion.csv",
            "02_leadership_lq2002.csv",
            "03_dyestuff.csv",
            "04_nile.csv");

    static final Path FOLDER = Objects.requireNonNull(above("docs/oracles"), "Run the tests inside the project");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Oracles() {}

    static JsonNode json(String file) {
        return JSON.readTree(text(file));
    }

    /** The rows of a csv by column name; every cell of these files is a number or a plain word, quoted or not. */
    static List<Map<String, String>> csv(String file) {
        List<List<String>> lines = text(file).lines().map(Oracles::cells).toList();
        List<String> header = lines.getFirst();
        return lines.stream().skip(1).map(line -> row(header, line)).toList();
    }

    /** Close to the reference: 1e-9, relative where numbers pass 1. */
    static void assertClose(double actual, JsonNode expected, String what) {
        assertClose(actual, expected, 1e-9, what);
    }

    static void assertClose(double actual, JsonNode expected, double tolerance, String what) {
        assertThat(expected.isNumber()).as("%s has a reference number", what).isTrue();
        double reference = expected.doubleValue();
        assertThat(actual).as(what).isCloseTo(reference, within(tolerance * Math.max(1, Math.abs(reference))));
    }

    static void assertClose(Interval actual, JsonNode low, JsonNode high, String what) {
        assertClose(actual.low(), low, what + " low");
        assertClose(actual.high(), high, what + " high");
    }

    static Stream<JsonNode> each(JsonNode array) {
        assertThat(array.size()).as("the reference list is not empty").isPositive();
        return array.valueStream();
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < header.size(); at++) {
            row.put(header.get(at), cells.get(at));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split(",", -1))
                .map(cell -> cell.replace("\"", "").strip())
                .toList();
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** A file of reference numbers. */
    public static byte[] bytes(String file) {
        Path bundled = FOLDER.resolve(file);
        if (Files.exists(bundled)) {
            return read(bundled);
        }
        assertThat(NOT_BUNDLED)
                .as("a reference file that is neither here nor left out")
                .contains(file);
        Path beside = beside();
        assumeTrue(
                beside != null,
                file + " holds rows of an R package under the GPL and is not bundled: nothing was compared with it");
        return read(Objects.requireNonNull(beside).resolve("oracles").resolve(file));
    }

    /** The folder with the originals, where one lies beside the project; else null. */
    static @Nullable Path beside() {
        return above("shared/oracles") instanceof Path oracles ? oracles.getParent() : null;
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path above(String folder) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(folder))) {
                return at.resolve(folder);
            }
        }
        return null;
    }
}
