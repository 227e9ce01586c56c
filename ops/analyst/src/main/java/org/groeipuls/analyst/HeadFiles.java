package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.tree.HeadKey;
import org.groeipuls.tree.SignedHead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Heads and keys as somebody kept them: as the server gave them, or as {@code history sign} wrote them. */
final class HeadFiles {
    private HeadFiles() {}

    /** All heads in these files, each of which holds one, a list, or the server's answer. */
    static List<SignedHead> heads(List<Path> files) {
        List<SignedHead> heads = new ArrayList<>();
        for (var file : files) {
            var json = read(file);
            var list = json.has("heads") ? json.get("heads") : json;
            if (list.isArray()) {
                list.forEach(one -> heads.add(head(one)));
            } else {
                heads.add(head(list));
            }
        }
        if (heads.isEmpty()) {
            throw new WrongUse("There is no head in these files: take what groeipuls history sign --out wrote");
        }
        return heads;
    }

    static SignedHead head(JsonNode json) {
        try {
            return new SignedHead(
                    json.path("size").asLong(),
                    json.path("root").asString(),
                    LocalDate.parse(json.path("day").asString()),
                    json.path("key").asString(),
                    json.path("signature").asString());
        } catch (JacksonException | DateTimeException other) {
            throw new WrongUse("This is no signed head: take what groeipuls history sign --out wrote");
        }
    }

    /** @param key a file with the key, or the key itself in base64 */
    static HeadKey key(String key) {
        try {
            if (!Files.exists(Path.of(key))) {
                return HeadKey.parse(key);
            }
            var text = Files.readString(Path.of(key)).strip();
            return HeadKey.parse(
                    text.startsWith("{") ? read(Path.of(key)).path("publicKey").asString("") : text);
        } catch (IOException | IllegalArgumentException other) {
            throw new WrongUse("This is no key: take what groeipuls history sign --key-out wrote");
        }
    }

    private static JsonNode read(Path file) {
        try {
            return ExportedEvent.JSON.readTree(Files.readString(file));
        } catch (IOException | JacksonException unreadable) {
            throw new WrongUse("This file cannot be read: " + file);
        }
    }
}
