package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Which server, and by what to be let in: client credentials, or the file of a token that somebody else keeps fresh. Kept
 * in a file that only its owner can read.
 *
 * @param tokenUrl where client credentials are changed for a token
 */
record Login(
        URI url,
        @Nullable URI tokenUrl,
        @Nullable String client,
        @Nullable String secret,
        @Nullable Path tokenFile) {

    /** Where it is kept unless somebody says otherwise. */
    static Path standard() {
        var set = System.getenv("GROEIPULS_LOGIN");
        if (set != null) {
            return Path.of(set);
        }
        var base = System.getenv("XDG_CONFIG_HOME");
        var folder = base == null ? Path.of(System.getProperty("user.home"), ".config") : Path.of(base);
        return folder.resolve("groeipuls/login.json");
    }

    static Login read(Path file) {
        try {
            var json = ExportedEvent.JSON.readTree(Files.readString(file));
            var tokenUrl = json.path("tokenUrl").asStringOpt().map(URI::create).orElse(null);
            return new Login(
                    URI.create(json.path("url").asString()),
                    tokenUrl,
                    json.path("client").asStringOpt().orElse(null),
                    json.path("secret").asStringOpt().orElse(null),
                    json.path("tokenFile").asStringOpt().map(Path::of).orElse(null));
        } catch (IOException | JacksonException unreadable) {
            throw new WrongUse(
                    "Nobody is signed in (" + file + "): run groeipuls login, or give --url and --token-file");
        }
    }

    /** Written beside and put in place, so that it is never there with other permissions. */
    void write(Path file) {
        try {
            var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            var posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
            var draft = posix
                    ? Files.createTempFile(
                            folder,
                            "login",
                            ".tmp",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(folder, "login", ".tmp");
            var json = ExportedEvent.JSON.createObjectNode().put("url", url.toString());
            if (tokenUrl != null) {
                json.put("tokenUrl", tokenUrl.toString());
            }
            if (client != null) {
                json.put("client", client).put("secret", secret);
            }
            if (tokenFile != null) {
                json.put("tokenFile", tokenFile.toAbsolutePath().toString());
            }
            Files.write(draft, json.toString().getBytes(UTF_8));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The login cannot be kept in " + file, e);
        }
    }
}
