package org.groeipuls.analyst;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists the replays that the server keeps. */
@Command(
        name = "list",
        header = "List the replays that the server keeps, the newest first.",
        description = {
            "One line for each: id, state (waiting, running, done, failed, cancelled), events done and in all, the day on"
                    + " which it was asked for, and what it tries.",
            "Eight are kept, each for thirty days."
        })
final class ReplayListCommand implements Callable<Integer> {
    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() {
        try (var server = connection.open(output)) {
            var list = server.get("/api/v1/replays");
            output.result(list);
            list.path("replays").forEach(replay -> output.say("%s", line(replay)));
        }
        return 0;
    }

    private static String line(JsonNode replay) {
        var job = replay.path("job");
        return "%-32s  %-9s  %,d of %,d  %s  %s"
                .formatted(
                        replay.path("replay").asString(""),
                        ReplayJob.state(job),
                        ReplayJob.done(job),
                        ReplayJob.total(job),
                        replay.path("startedOn").asString(""),
                        tried(replay.path("terms")))
                .stripTrailing();
    }

    private static String tried(JsonNode terms) {
        List<String> tried = new ArrayList<>();
        add(tried, "rule", terms.path("rule").path("rule"));
        add(tried, "calibration", terms.path("calibration"));
        add(tried, "mapping", terms.path("mapping").path("from"));
        add(tried, "asOf", terms.path("asOf"));
        return String.join("  ", tried);
    }

    private static void add(List<String> tried, String name, JsonNode value) {
        if (value.isString()) {
            tried.add(name + "=" + value.asString());
        }
    }
}
