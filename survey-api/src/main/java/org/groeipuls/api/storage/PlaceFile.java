package org.groeipuls.api.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.groeipuls.anonymity.OtherVault;

/** The file in a folder of boxes that tells it from every other; nothing secret. */
record PlaceFile(Path folder, String identity) {
    private static final String NAME = "identity";

    /** The identity of a folder that is there, made unless it has one. */
    static PlaceFile found(Path folder) {
        try {
            if (read(folder).isEmpty()) {
                var draft = folder.resolve(NAME + ".tmp");
                Files.writeString(
                        draft, UUID.randomUUID().toString(), StandardOpenOption.CREATE, StandardOpenOption.SYNC);
                Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
            }
            return new PlaceFile(folder, read(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write into the folder of the boxes, " + folder, failed);
        }
    }

    /** @throws OtherVault when the folder is not there any more, or another one is */
    String require() {
        try {
            if (read(folder).equals(identity)) {
                return identity;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read from the folder of the boxes, " + folder, failed);
        }
        throw new OtherVault("The folder of the boxes, " + folder + ", is not the one any more that this node"
                + " was started with: see that its disk is there, and mount it again");
    }

    private static String read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    // a new or deleted file is safe only when its folder is synced too; only POSIX systems allow that
    static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
