package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Has the server sign what history is now, for somebody to keep. */
@Command(
        name = "sign",
        header = "Have the server sign what history is now.",
        description =
                "The server reads all of history first. Keep the head and the key somewhere else than the server: with"
                        + " them anybody can tell later whether history was changed (groeipuls verify).")
final class SignCommand implements Callable<Integer> {
    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the head here")
    @Nullable
    Path head;

    @Option(names = "--key-out", paramLabel = "FILE", description = "Write the public key here")
    @Nullable
    Path key;

    @Override
    public Integer call() throws IOException {
        for (var file : Stream.of(head, key).filter(Objects::nonNull).toList()) {
            Output.folderOf(file);
        }
        try (var server = connection.open(output)) {
            var signed = server.sign();
            write(head, signed);
            write(key, server.get("/api/v1/history/heads/key"));
            output.say(
                    "Signed %,d events on %s: %s",
                    signed.path("size").asLong(),
                    signed.path("day").asString(),
                    signed.path("root").asString());
            output.result(signed);
        }
        return 0;
    }

    private static void write(@Nullable Path file, JsonNode content) throws IOException {
        if (file != null) {
            Files.writeString(file, content.toString() + "\n");
        }
    }
}
