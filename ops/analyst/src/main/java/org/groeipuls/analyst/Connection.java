package org.groeipuls.analyst;

import java.net.URI;
import java.nio.file.Path;
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

    Path loginFile() {
        return login == null ? Login.standard() : login;
    }

    HistoryServer open() {
        if (url != null && tokenFile != null) {
            return new HistoryServer(new Login(url, null, null, null, tokenFile));
        }
        var kept = Login.read(loginFile());
        return new HistoryServer(new Login(
                url == null ? kept.url() : url,
                kept.tokenUrl(),
                kept.client(),
                kept.secret(),
                tokenFile == null ? kept.tokenFile() : tokenFile));
    }
}
