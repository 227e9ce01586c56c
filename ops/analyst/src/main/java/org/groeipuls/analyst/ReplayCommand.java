package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "The result has an id; groeipuls compare tells what it says otherwise.",
            "It goes on in the server when this command is stopped: --follow waits for it again, replay list shows all,"
                    + " replay cancel breaks one off."
        },
        subcommands = {ReplayListCommand.class, ReplayCancelCommand.class})
final class ReplayCommand implements Callable<Integer> {
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

    @Option(
            names = "--constants",
            paramLabel = "FILE",
            description =
                    "Constants that nobody adopted, as JSON: {\"kappa\": 0.5}; --calibration is the name to try them"
                            + " under")
    @Nullable
    Path constants;

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

    @Option(
            names = "--follow",
            paramLabel = "REPLAY",
            description = "Begin none; wait for the end of the one with this id, and show how far it is")
    @Nullable
    String follow;

    @Override
    public Integer call() throws InterruptedException {
        var body = body();
        var known = follow;
        if (known != null && !body.isEmpty()) {
            throw new WrongUse("What a replay tries is said when it begins: --follow takes nothing beside it");
        }
        try (var server = connection.open(output)) {
            var id = known == null ? begun(server, body) : known;
            return new ReplayJob(server, id).followed(output).equals("done") ? 0 : 1;
        }
    }

    private String begun(HistoryServer server, ObjectNode body) {
        var id = server.post("/api/v1/replays", body).path("replay").asString("");
        output.note(
                "Replay " + id + " has begun; it goes on without this command (groeipuls replay --follow " + id + ")");
        return id;
    }

    private ObjectNode body() {
        var body = ExportedEvent.JSON.createObjectNode();
        if (rule != null) {
            body.set("rule", file(rule));
        }
        if (mapping != null) {
            body.set("mapping", file(mapping));
        }
        if (constants != null) {
            body.set("constants", file(constants));
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
}
