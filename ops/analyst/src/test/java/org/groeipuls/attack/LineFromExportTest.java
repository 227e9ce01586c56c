package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.groeipuls.scoring.MannKendall;
import org.groeipuls.scoring.Series;
import org.groeipuls.scoring.TheilSen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What analysts read beside verdicts holds nothing that is not in the exported history: whoever holds the export alone gets
 * the same numbers by adding and dividing.
 */
@Tag("ci")
class LineFromExportTest {
    private static final String CONSTRUCT = "psychological-safety";
    private static final int PULSES = 9;

    @TempDir
    private Path folder = Path.of("");

    /** What one block says of the construct. */
    private record Value(double n, double y) {}

    @Test
    void whoever_holds_the_export_alone_gets_the_same_numbers() {
        try (var server = Servers.onH2(folder);
                var api = server.api()) {
            var team = surveyed(new Scene(api));
            var blocks = History.of(api).events("BlockReleased");
            var reversed = reversed(History.of(api));

            var line = api.get("analyst", "/organisation/line?construct=" + CONSTRUCT)
                    .json();
            assertThat(told(line)).hasSize(PULSES).isEqualTo(addedUp(blocks, reversed));
            assertThat(line.at("/line/points")
                            .valueStream()
                            .mapToInt(point -> point.path("blocks").asInt()))
                    .as("three groups, of which two were counted together")
                    .containsOnly(2);
            same(line.at("/line/tests"), series(told(line)));

            var own = api.get("analyst", "/teams/" + team + "/trends/tests?construct=" + CONSTRUCT)
                    .json();
            var alone = blocks.stream()
                    .filter(block -> block.path("groups").size() == 1
                            && block.at("/groups/0").asString("").equals(team))
                    .toList();
            same(own.path("tests"), series(addedUp(alone, reversed)));

            // the control: one released step that is another gives other numbers
            assertThat(addedUp(moved(blocks), reversed)).isNotEqualTo(told(line));
        }
    }

    /** Nine pulses, in steps and exact in turn, of three teams of which one is always too small alone. */
    private static String surveyed(Scene scene) {
        var large = scene.team("large", 12);
        var other = scene.team("other", 9);
        var few = scene.team("few", 9);
        for (int number = 0; number < PULSES; number++) {
            var pulse = scene.issue("p" + number, number % 2 == 0 ? "banded" : "exact", List.of(large, other, few));
            scene.open();
            answered(scene, pulse, large, 8 + number % 3, number);
            answered(scene, pulse, other, 6, 2 * number);
            answered(scene, pulse, few, 3, number);
            scene.close();
        }
        return large;
    }

    private static void answered(Scene scene, String pulse, String team, int people, int from) {
        var tickets = scene.tickets(pulse, team);
        for (int person = 0; person < people; person++) {
            scene.answer(tickets.get(person), scene.answers(person < from ? 3 : person));
        }
    }

    private static Set<String> reversed(History history) {
        Set<String> reversed = new HashSet<>();
        history.events("InstrumentRegistered")
                .forEach(event -> event.at("/definition/items").forEach(item -> {
                    if (item.path("reversed").asBoolean()) {
                        reversed.add(item.path("id").asString());
                    }
                }));
        return reversed;
    }

    private static List<String> told(JsonNode line) {
        List<String> told = new ArrayList<>();
        line.at("/line/points")
                .forEach(point -> told.add(
                        text(point.path("n").asDouble(), point.path("value").asDouble())));
        return told;
    }

    private static String text(double n, double y) {
        return String.format(Locale.ROOT, "%.6f of %.6f", y, n);
    }

    /** Σ n·y / Σ n of the blocks of each pulse, in the order in which they were counted. */
    private static List<String> addedUp(List<JsonNode> blocks, Set<String> reversed) {
        Map<String, List<Value>> pulses = new LinkedHashMap<>();
        for (var block : blocks) {
            pulses.computeIfAbsent(block.path("pulse").asString(), pulse -> new ArrayList<>())
                    .add(value(block, reversed));
        }
        List<String> points = new ArrayList<>();
        pulses.values().forEach(values -> {
            double n = values.stream().mapToDouble(Value::n).sum();
            double sum = values.stream().mapToDouble(value -> value.n * value.y).sum();
            points.add(text(n, sum / n));
        });
        return points;
    }

    private static Value value(JsonNode block, Set<String> reversed) {
        for (var scale : block.path("scales")) {
            if (scale.path("construct").asString().equals(CONSTRUCT)) {
                double n = scale.path("n").asDouble();
                return new Value(n, scale.path("sumAdjusted").asDouble() / n);
            }
        }
        double people = 0;
        double means = 0;
        int items = 0;
        for (var item : block.path("items")) {
            if (item.path("item").asString().startsWith("PS") && item.has("sum")) {
                double n = item.path("n").asDouble();
                double mean =
                        (item.at("/sum/low").asDouble() + item.at("/sum/high").asDouble()) / 2 / n;
                means += reversed.contains(item.path("item").asString()) ? 6 - mean : mean;
                people += n;
                items++;
            }
        }
        return new Value(people / items, means / items);
    }

    private static List<JsonNode> moved(List<JsonNode> blocks) {
        List<JsonNode> moved = new ArrayList<>();
        blocks.forEach(block -> moved.add(block.deepCopy()));
        var item = (ObjectNode) moved.getFirst().at("/items/0/sum");
        item.put("low", item.path("low").asInt() - 4)
                .put("high", item.path("high").asInt() - 4);
        return moved;
    }

    private static Series series(List<String> points) {
        return new Series(
                IntStream.rangeClosed(1, points.size())
                        .mapToObj(Double::valueOf)
                        .toList(),
                points.stream()
                        .map(point -> Double.valueOf(point.split(" ")[0]))
                        .toList());
    }

    private static void same(JsonNode tests, Series series) {
        assertThat(tests.at("/mannKendall/s").asInt())
                .isEqualTo(MannKendall.of(series).s());
        assertThat(tests.at("/mannKendall/p").asDouble())
                .isCloseTo(MannKendall.of(series).p(), within(1e-9));
        assertThat(tests.at("/theilSen/perPulse").asDouble())
                .isCloseTo(TheilSen.of(series).slope(), within(1e-5));
        assertThat(tests.at("/theilSen/interval/low").asDouble())
                .isCloseTo(TheilSen.of(series).interval().low(), within(1e-5));
    }
}
