package org.groeipuls.api.operator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A folder that the server needs. How full its disk is is told in three steps only: bytes would tell while a pulse is open
 * how many answer it.
 *
 * @param use {@code data}, {@code vault} or {@code tree}
 */
public record StoreFolder(String use, Path path) {
    private static final long GIB = 1L << 30;
    private static final long FEW = 4 * GIB;
    private static final long LEAST = GIB / 2;

    /** How a folder is. */
    public enum State {
        ENOUGH_ROOM,
        LITTLE_ROOM,
        FULL,
        MISSING,
        READ_ONLY;

        /** The stable name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public State state() {
        if (!Files.isDirectory(path)) {
            return State.MISSING;
        }
        if (!Files.isWritable(path)) {
            return State.READ_ONLY;
        }
        try {
            return state(Files.getFileStore(path));
        } catch (IOException unreadable) {
            return State.MISSING;
        }
    }

    private static State state(FileStore disk) throws IOException {
        long free = disk.getUsableSpace();
        if (free < LEAST) {
            return State.FULL;
        }
        return free < FEW ? State.LITTLE_ROOM : State.ENOUGH_ROOM;
    }
}
