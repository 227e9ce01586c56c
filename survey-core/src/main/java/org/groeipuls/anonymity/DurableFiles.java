package org.groeipuls.anonymity;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes files so that they are on disk, and their names in their folder, before the next step is taken. */
final class DurableFiles {
    // a file lock holds between processes only; within one, threads queue here
    private static final Map<Path, ReentrantLock> QUEUES = new ConcurrentHashMap<>();
    private final Consumer<String> steps;

    DurableFiles(Consumer<String> steps) {
        this.steps = steps;
    }

    <T> T alone(Path lock, Supplier<T> action) {
        ReentrantLock queue = QUEUES.computeIfAbsent(lock, any -> new ReentrantLock());
        queue.lock();
        try (FileChannel channel = FileChannel.open(lock, Set.of(CREATE, WRITE), mode(lock, "rw-------"))) {
            channel.lock();
            return action.get();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot lock " + lock, failed);
        } finally {
            queue.unlock();
        }
    }

    /** Creates a folder that only its owner may enter, unless it is there. */
    Path folder(Path folder) {
        return io("create the folder", folder, () -> {
            if (!Files.isDirectory(folder)) {
                Path parent = folder.toAbsolutePath().getParent();
                Files.createDirectories(parent == null ? folder : parent);
                Files.createDirectories(folder, mode(folder, "rwx------"));
                syncFolder(parent == null ? folder : parent);
            }
            return folder.toRealPath();
        });
    }

    byte[] read(Path file) {
        return io("read", file, () -> Files.readAllBytes(file));
    }

    /** Creates or replaces a file in one atomic step. */
    void replace(Path file, byte[] content) {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        io("write", draft, () -> {
            Files.deleteIfExists(draft);
            try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), mode(draft, "rw-------"))) {
                writeFully(channel, content);
            }
            return draft;
        });
        io("put in place", file, () -> Files.move(draft, file, ATOMIC_MOVE));
        io("sync the folder of", file, () -> syncFolder(file.toAbsolutePath().getParent()));
    }

    void create(Path file, byte[] content) {
        replace(file, content);
    }

    /** Overwrites a file's content with zeros and unlinks it; does nothing when it is gone. */
    void shred(Path file) {
        if (Files.exists(file)) {
            io("overwrite", file, () -> {
                try (FileChannel channel = FileChannel.open(file, WRITE)) {
                    writeFully(channel, new byte[Math.toIntExact(channel.size())]);
                }
                return file;
            });
            io("unlink", file, () -> Files.deleteIfExists(file));
            io(
                    "sync the folder of",
                    file,
                    () -> syncFolder(file.toAbsolutePath().getParent()));
        }
    }

    /** Unlinks a folder and the files in it. */
    void deleteFolder(Path folder) {
        io("empty", folder, () -> {
            try (var paths = Files.list(folder)) {
                for (Path path : paths.toList()) {
                    Files.deleteIfExists(path);
                }
            }
            return folder;
        });
        io("unlink", folder, () -> Files.deleteIfExists(folder));
        io(
                "sync the folder of",
                folder,
                () -> syncFolder(folder.toAbsolutePath().getParent()));
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private static boolean syncFolder(@org.jspecify.annotations.Nullable Path folder) throws IOException {
        // only POSIX systems let a folder be opened and synced
        if (folder != null && posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
        return true;
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private <T> T io(String what, Path path, Action<T> action) {
        steps.accept(what + " " + path.getFileName());
        try {
            return action.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot " + what + " " + path + ": check its disk and its owner", failed);
        }
    }

    private interface Action<T> {
        T run() throws IOException;
    }
}
