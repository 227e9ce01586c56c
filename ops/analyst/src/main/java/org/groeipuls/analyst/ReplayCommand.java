package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Has the server compute all of history anew, and waits for it. */
@Command(
        name = "replay",
        header = "Compute all of history anew under another rule, beside the live view.",
        description =
                "Nothing that others look at changes. The result has an id; groeipuls compare tells what differs.")
final class ReplayCommand implements Callable<Integer> {
    private static final Set<String> OVER = Set.of("done", "succeeded", "completed", "failed", "cancelled");
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Option(names = "--rule", paramLabel = "RULE", description = "A scoring rule, such as local-level@1")
    @Nullable
    String rule;

    @Option(names = "--calibration", paramLabel = "VERSION", description = "A set of constants")
    @Nullable
    String calibration;

    @Option(names = "--lexicon", paramLabel = "VERSION", description = "A word list")
    @Nullable
    String lexicon;

    @Option(names = "--as-of", paramLabel = "DATE", description = "History as it was known on a day that is over")
    @Nullable
    String asOf;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var body = ExportedEvent.JSON.createObjectNode();
        put(body, "rule", rule);
        put(body, "calibration", calibration);
        put(body, "lexicon", lexicon);
        put(body, "asOf", asOf);
        if (body.isEmpty()) {
            throw new WrongUse("Say what is to be different: --rule, --calibration, --lexicon or --as-of");
        }
        try (var server = connection.open()) {
            var answer = server.send("POST", "/api/v1/replays", body, "application/json, application/problem+json");
            var begun = read(answer);
            if (answer.statusCode() != 202) {
                throw new WrongUse("The server says " + answer.statusCode() + " to a replay: "
                        + begun.path("detail").asString(begun.path("title").asString("")));
            }
            var where = answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new WrongUse("The server does not say where the work is"));
            return followed(server, where, begun);
        }
    }

    private static void put(tools.jackson.databind.node.ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static JsonNode read(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            return ExportedEvent.JSON.readTree(body.readAllBytes());
        } catch (JacksonException none) {
            return ExportedEvent.JSON.missingNode();
        }
    }

    private int followed(HistoryServer server, String where, JsonNode begun) throws InterruptedException {
        var job = job(server, where);
        try (var progress = output.progress("replay", job.path("total").asLong())) {
            while (!OVER.contains(job.path("state").asString(""))) {
                progress.at(job.path("done").asLong());
                Thread.sleep(PAUSE);
                job = job(server, where);
            }
            progress.at(job.path("done").asLong());
        }
        var state = job.path("state").asString("");
        var id = begun.path("id")
                .asString(job.path("replay").asString(job.path("id").asString("")));
        output.say("Replay %s: %s", id, state);
        if (job.path("fault").isString()) {
            output.say("%s", job.path("fault").asString());
        }
        output.result(job);
        return state.equals("failed") || state.equals("cancelled") ? 1 : 0;
    }

    private static JsonNode job(HistoryServer server, String where) {
        var path = java.net.URI.create(where).getPath();
        return server.get(path.startsWith("/api/") ? path : "/api/v1" + path);
    }

    /** What a replay says otherwise than the live view. */
    @Command(
            name = "compare",
            header = "Tell what a replay says otherwise than the live view.",
            description = "Exit status 1 when anything differs.")
    static final class CompareCommand implements Callable<Integer> {
        @Mixin
        Connection connection = new Connection();

        @Mixin
        Output output = new Output();

        @picocli.CommandLine.Parameters(paramLabel = "REPLAY", description = "The id that groeipuls replay printed")
        String replay = "";

        @Override
        public Integer call() {
            try (var server = connection.open()) {
                var comparison = server.get("/api/v1/replays/" + URLEncoder.encode(replay, UTF_8) + "/comparison");
                output.result(comparison);
                int differences = Differences.print(comparison, output);
                return differences == 0 ? 0 : 1;
            }
        }
    }
}
