package org.groeipuls.analyst;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Has the server compute all of history anew, and waits for it. */
@Command(
        name = "replay",
        header = "Compute all of history anew under another rule, beside the live view.",
        description = {
            "Nothing that others look at changes. What is not said stays as it was at the time; with no option at all the"
                    + " same figures come out again.",
            "The result has an id; groeipuls compare tells what it says otherwise."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Set<String> GOING_ON = Set.of("waiting", "running");
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Option(
            names = "--rule",
            paramLabel = "FILE",
            description = "A scoring rule as JSON: {\"name\": \"mine@1\", \"weights\": {\"LR1\": 2}}")
    @Nullable
    Path rule;

    @Option(names = "--calibration", paramLabel = "VERSION", description = "A set of constants")
    @Nullable
    String calibration;

    @Option(names = "--lexicon", paramLabel = "VERSION", description = "A word list")
    @Nullable
    String lexicon;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Statements of one instrument that stand for those of another, as JSON: {\"from\": \"a@1\","
                    + " \"to\": \"b@1\", \"items\": {\"A1\": \"B1\"}}")
    @Nullable
    Path mapping;

    @Option(names = "--as-of", paramLabel = "DATE", description = "History as it was known on a day that is over")
    @Nullable
    String asOf;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var body = body();
        try (var server = connection.open()) {
            var answer = HistoryServer.refused(
                    server.send("POST", "/api/v1/replays", body, "application/json, application/problem+json"));
            var id = read(answer).path("replay").asString("");
            output.note("Replay %s has begun; it goes on without this command", id);
            var where = answer.headers()
                    .firstValue("Location")
                    .map(location -> URI.create(location).getPath())
                    .orElseThrow(() -> new WrongUse("The server does not say where the work is"));
            return followed(server, where, id);
        }
    }

    private ObjectNode body() {
        var body = ExportedEvent.JSON.createObjectNode();
        if (rule != null) {
            body.set("rule", file(rule));
        }
        if (mapping != null) {
            body.set("mapping", file(mapping));
        }
        if (calibration != null) {
            body.put("calibration", calibration);
        }
        if (lexicon != null) {
            body.put("lexicon", lexicon);
        }
        if (asOf != null) {
            body.put("asOf", asOf);
        }
        return body;
    }

    private static JsonNode file(Path file) {
        try {
            return ExportedEvent.JSON.readTree(Files.readString(file));
        } catch (IOException | JacksonException unreadable) {
            throw new WrongUse("This file cannot be read as JSON: " + file);
        }
    }

    private static JsonNode read(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            return ExportedEvent.JSON.readTree(body.readAllBytes());
        } catch (JacksonException none) {
            return ExportedEvent.JSON.missingNode();
        }
    }

    private int followed(HistoryServer server, String where, String id) throws InterruptedException {
        var job = server.get(where);
        try (var progress = output.progress("replay", job.path("total").asLong())) {
            while (GOING_ON.contains(job.path("state").asString(""))) {
                progress.at(job.path("done").asLong(), job.path("total").asLong());
                Thread.sleep(PAUSE);
                job = server.get(where);
            }
            progress.at(job.path("done").asLong(), job.path("total").asLong());
        }
        var state = job.path("state").asString("");
        output.say("Replay %s: %s", id, state);
        output.result(ExportedEvent.JSON
                .createObjectNode()
                .put("replay", id)
                .put("state", state)
                .put("events", job.path("done").asLong()));
        return state.equals("done") ? 0 : 1;
    }
}
