package org.groeipuls.analyst;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps which server is meant and how it lets this computer in. */
@Command(
        name = "login",
        header = "Keep which server is meant, and how it lets you in.",
        description = {
            "With --client and --secret-file a token is fetched whenever one is needed. With --token-file the token in"
                    + " that file is used, which you keep fresh yourself.",
            "What is kept can be read by you alone (mode 600). It is tried before it is kept."
        })
final class LoginCommand implements Callable<Integer> {
    @Mixin
    Output output = new Output();

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Such as https://groeipuls.example.org")
    URI url = URI.create("http://localhost:8080");

    @Option(names = "--client", paramLabel = "NAME", description = "The client's name at your sign-in")
    @Nullable
    String client;

    @Option(names = "--secret-file", paramLabel = "FILE", description = "A file with the client's secret")
    @Nullable
    Path secretFile;

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "Where your sign-in gives out tokens (default: the server's own, of a demonstration)")
    @Nullable
    URI tokenUrl;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with a token")
    @Nullable
    Path tokenFile;

    @Option(names = "--login", paramLabel = "FILE", description = "Where to keep it")
    @Nullable
    Path login;

    @Override
    public Integer call() throws IOException {
        if ((client == null) == (tokenFile == null) || (client == null) != (secretFile == null)) {
            throw new WrongUse("Give either --client and --secret-file, or --token-file");
        }
        var made = client == null
                ? new Login(url, null, null, null, tokenFile)
                : new Login(
                        url,
                        tokenUrl == null ? url.resolve("/oauth2/token") : tokenUrl,
                        client,
                        Files.readString(java.util.Objects.requireNonNull(secretFile))
                                .strip(),
                        null);
        try (var server = new HistoryServer(made, Patience.of(Duration.ofSeconds(10), output::note))) {
            var key = server.get("/api/v1/history/heads/key").path("key").asString();
            var file = login == null ? Login.standard() : login;
            made.write(file);
            output.say("Signed in at %s; kept in %s.", url, file);
            output.say("Its history is signed with the key %s.", key);
            output.result(ExportedEvent.JSON
                    .createObjectNode()
                    .put("url", url.toString())
                    .put("key", key)
                    .put("login", file.toString()));
        }
        return 0;
    }
}
