package org.groeipuls.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a demonstration keeps its data, its truth and a few links that are free to try. */
record DemoFolder(Path path) {
    private static final String BEGUN = "filling-has-begun";
    private static final int LINKS_PER_PULSE = 5;

    /** Per group, construct and pulse the true level, how many answered, and what was done. */
    Path truth() {
        return path.resolve("demo-truth.json");
    }

    /** One unused code a line, with its pulse and group. */
    Path links() {
        return path.resolve("demo-links.txt");
    }

    /**
     * Makes the folder ready for a start; what an earlier start left half filled is thrown away.
     *
     * @return whether the demonstration is filled already
     * @throws IllegalStateException if the folder holds something else
     */
    boolean prepare() {
        try {
            if (Files.exists(truth())) {
                return true;
            }
            if (Files.exists(path.resolve(BEGUN))) {
                clear();
            }
            if (Files.exists(path) && !isEmpty()) {
                throw new IllegalStateException(path.toAbsolutePath()
                        + " holds data that is not a demonstration's: move it away or choose --folder=another");
            }
            Files.createDirectories(path);
            Files.createFile(path.resolve(BEGUN));
            return false;
        } catch (IOException failed) {
            throw new IllegalStateException(path.toAbsolutePath() + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    /** Writes down what is left to try, and last of all the truth, which says that the folder is filled. */
    void filled(DemoFill.Filled filled) {
        try {
            Files.write(links(), lines(filled.unused()));
            filled.truth().write(truth());
            Files.delete(path.resolve(BEGUN));
        } catch (IOException failed) {
            throw new UncheckedIOException(links() + " cannot be written", failed);
        }
    }

    private static List<String> lines(List<DemoFill.Unused> unused) {
        return unused.stream()
                .map(DemoFill.Unused::pulse)
                .distinct()
                .flatMap(pulse -> unused.stream()
                        .filter(one -> one.pulse().equals(pulse) && !one.group().equals(DemoOrganisation.LEADS))
                        .limit(LINKS_PER_PULSE))
                .map(one -> String.join(" ", one.pulse(), one.group(), one.code()))
                .toList();
    }

    /** The unused codes that were written down; empty when there are none. */
    List<DemoFill.Unused> unused() {
        try {
            return Files.readAllLines(links()).stream()
                    .map(line -> line.split(" "))
                    .filter(parts -> parts.length == 3)
                    .map(parts -> new DemoFill.Unused(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
