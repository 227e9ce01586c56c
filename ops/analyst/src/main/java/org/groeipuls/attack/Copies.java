package org.groeipuls.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A copy of everything at rest at one moment: all files as they are, and all tables row by row. */
final class Copies {
    private final Path vault;
    private final List<Path> files = new ArrayList<>();
    private final List<Tables.Table> tables = new ArrayList<>();

    private Copies(Path vault) {
        this.vault = vault;
    }

    /** Copies of nothing. */
    static Copies none() {
        return new Copies(Path.of(""));
    }

    /** One place to search in. */
    record Source(String name, Opened content) {
        interface Opened {
            InputStream open() throws IOException;
        }

        List<Needles.Hit> search(Needles needles) {
            try {
                return needles.in(content.open());
            } catch (IOException failed) {
                throw new UncheckedIOException("A copy cannot be read", failed);
            }
        }
    }

    /**
     * Copies all places into a folder.
     *
     * @param into an empty folder
     */
    static Copies of(Places places, Path into) {
        try {
            var copies = new Copies(into.resolve("vault"));
            copy(places.vault(), into.resolve("vault"), new ArrayList<>());
            int number = 0;
            for (var folder : places.folders()) {
                copy(folder, into.resolve("folder-" + number++), copies.files);
            }
            for (var file : copies.files) {
                if (file.getFileName().toString().endsWith(".mv.db")) {
                    copies.tables.addAll(Tables.ofFile(file, into));
                }
            }
            for (var database : places.databases()) {
                copies.tables.addAll(Tables.of(database));
            }
            return copies;
        } catch (IOException failed) {
            throw new UncheckedIOException("The places cannot be copied: see that they can be read", failed);
        }
    }

    private static void copy(Path from, Path to, List<Path> copied) throws IOException {
        Files.createDirectories(to);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var copy = to.resolve(from.relativize(file).toString());
                if (attributes.isRegularFile()) {
                    Files.createDirectories(copy.getParent());
                    try {
                        Files.copy(file, copy);
                        copied.add(copy);
                    } catch (NoSuchFileException gone) {
                        // a server at work deletes files of its own
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The copy of the folder of keys. */
    Path vault() {
        return vault;
    }

    List<Tables.Table> tables() {
        return tables;
    }

    int files() {
        return files.size();
    }

    double megabytes() {
        long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
        return Math.round(bytes / 100_000.0) / 10.0;
    }

    /** Every file, and every table in each order in which a database gives its rows. */
    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        files.forEach(file -> sources.add(new Source("a file " + kind(file), () -> Files.newInputStream(file))));
        tables.forEach(table -> sources.add(new Source(
                "table " + table.name() + " in " + table.order(),
                () -> new ByteArrayInputStream(table.text().getBytes(StandardCharsets.ISO_8859_1)))));
        return sources;
    }

    private static String kind(Path file) {
        var name = file.getFileName().toString();
        return file.toString().contains("pg_wal")
                ? "of the write-ahead log"
                : name.contains(".") ? "*" + name.substring(name.indexOf('.')) : "of a table";
    }
}
