package org.groeipuls.pages.council;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.groeipuls.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The last report of the attacks on this server, where the operator or the works council has put one. */
public record AttackReport(@Nullable Path path) {

    Optional<Resource> file() {
        return Optional.ofNullable(path).filter(Files::isRegularFile).map(FileSystemResource::new);
    }

    /** The day on which it was written, in words; empty when there is none. */
    String writtenOn(Words words) {
        if (path == null || !Files.isRegularFile(path)) {
            return "";
        }
        try {
            var written = Files.getLastModifiedTime(path).toInstant();
            return words.date(written.atZone(words.zone()).toLocalDate());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The attack report cannot be read", unreadable);
        }
    }
}
