package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Tells what a replay says otherwise than the live view: points that differ, and outcomes that flip. */
@Command(
        name = "compare",
        header = "Tell what a replay says otherwise than the live view.",
        description = "A line for each point of which value or line differs, and for each outcome of which the word"
                + " differs. Exit status 1 when there are any.")
final class CompareCommand implements Callable<Integer> {
    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Parameters(paramLabel = "REPLAY", description = "The id that groeipuls replay printed")
    String replay = "";

    private final ArrayNode changed = ExportedEvent.JSON.createArrayNode();
    private final ArrayNode flipped = ExportedEvent.JSON.createArrayNode();
    private long points;
    private long outcomes;

    @Override
    public Integer call() {
        try (var server = connection.open(output)) {
            var path = "/api/v1/replays/" + URLEncoder.encode(replay, UTF_8) + "/comparison";
            var page = server.get(path);
            take(page);
            while (page.path("next").isString()) {
                page = server.get(
                        path + "?after=" + URLEncoder.encode(page.path("next").asString(), UTF_8));
                take(page);
            }
        }
        changed.forEach(point -> output.say("changed  %s", line(point)));
        flipped.forEach(outcome -> output.say("flipped  %s", line(outcome)));
        output.say("%d of %d points differ, %d of %d outcomes flip.", changed.size(), points, flipped.size(), outcomes);
        var result = ExportedEvent.JSON
                .createObjectNode()
                .put("replay", replay)
                .put("points", points)
                .put("outcomes", outcomes);
        result.set("changed", changed);
        result.set("flipped", flipped);
        output.result(result);
        return changed.isEmpty() && flipped.isEmpty() ? 0 : 1;
    }

    private void take(JsonNode page) {
        points += page.path("points").asLong();
        outcomes += page.path("outcomes").asLong();
        page.path("changed").forEach(changed::add);
        page.path("flipped").forEach(flipped::add);
    }

    private static String line(JsonNode entry) {
        var line = new StringBuilder();
        entry.forEachEntry((name, value) -> line.append(name)
                .append('=')
                .append(
                        value.isFloatingPointNumber()
                                ? String.format(Locale.ROOT, "%.3f", value.asDouble())
                                : value.isValueNode() ? value.asString() : value.toString())
                .append("  "));
        return line.toString().stripTrailing();
    }
}
