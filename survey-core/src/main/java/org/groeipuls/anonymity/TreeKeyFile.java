package org.groeipuls.anonymity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.groeipuls.tree.TreeKey;

/**
 * The file of the key of history's tree: {@code tree.key} in a folder of its own beside the vault, which all nodes share.
 * It opens nothing. Unlike the vault it belongs into backups: a history without it can be read, but no longer held against
 * the heads that were signed.
 */
public final class TreeKeyFile {
    private static final String NAME = "tree.key";

    private TreeKeyFile() {}

    /**
     * Reads the key in this folder, or makes one; it is on disk and synced when this returns.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be written
     * @throws IllegalArgumentException when the file is damaged
     */
    public static TreeKey at(Path folder) {
        var files = new DurableFiles(step -> {});
        var root = files.folder(folder.toAbsolutePath());
        return files.alone(root.resolve("lock"), () -> {
            var file = root.resolve(NAME);
            if (Files.notExists(file)) {
                files.create(file, TreeKey.generate(new SecureRandom()));
            }
            return TreeKey.of(files.read(file));
        });
    }
}
