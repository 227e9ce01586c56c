package org.groeipuls.analyst;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that asks a server. */
final class Connection {
    @Option(names = "--url", paramLabel = "URL", description = "The server; else the one of groeipuls login")
    @Nullable
    URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a token; else what groeipuls login keeps")
    @Nullable
    Path tokenFile;

    @Option(
            names = "--login",
            paramLabel = "FILE",
            description = "Where the login is kept (default: $GROEIPULS_LOGIN, or groeipuls/login.json among your"
                    + " settings)")
    @Nullable
    Path login;

    @Option(
            names = "--patience",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "How long to ask again while the server does not answer (${DEFAULT-VALUE}); what changes"
                    + " something is sent once")
    int patience;

    Path loginFile() {
        return login == null ? Login.standard() : login;
    }

    /** @param output where it is said that the server is away */
    HistoryServer open(Output output) {
        var waiting = Patience.of(Duration.ofSeconds(patience), output::note);
        if (url != null && tokenFile != null) {
            return new HistoryServer(new Login(url, null, null, null, tokenFile), waiting);
        }
        var kept = Login.read(loginFile());
        return new HistoryServer(
                new Login(
                        url == null ? kept.url() : url,
                        kept.tokenUrl(),
                        kept.client(),
                        kept.secret(),
                        tokenFile == null ? kept.tokenFile() : tokenFile),
                waiting);
    }
}
