package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference numbers beside the project; tests that need them are skipped where they are not. */
final class Oracles {
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
        Path folder = folder();
        assumeTrue(folder != null, "no reference numbers here");
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("oracles");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
