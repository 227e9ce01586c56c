package org.groeipuls.api.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook without the moment at which it was made, which the library writes into it: the same figures are the same
 * file, so that nobody who compares two files wonders what has changed. It is made in a file of the server's own and copied,
 * so a large one takes no memory.
 */
public final class TimelessBook {
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String MADE = "(<dcterms:created[^>]*>)[^<]*";

    private TimelessBook() {}

    /** Fills the sheets of a book. */
    @FunctionalInterface
    public interface Content {
        void fill(Workbook book) throws IOException;
    }

    /** Writes the whole workbook; {@code to} stays open. */
    public static void write(OutputStream to, Content content) throws IOException {
        var file = Files.createTempFile("groeipuls", ".xlsx");
        try {
            try (var out = Files.newOutputStream(file);
                    var book = new Workbook(out, "Groeipuls", "1.0")) {
                content.fill(book);
            }
            copy(file, to);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(Path file, OutputStream to) throws IOException {
        var copy = new ZipOutputStream(to);
        try (var book = new ZipFile(file.toFile())) {
            for (var part : Collections.list(book.entries())) {
                var entry = new ZipEntry(part.getName());
                entry.setTimeLocal(NEVER);
                copy.putNextEntry(entry);
                try (var from = book.getInputStream(part)) {
                    if (part.getName().equals(PROPERTIES)) {
                        copy.write(timeless(new String(from.readAllBytes(), UTF_8)));
                    } else {
                        from.transferTo(copy);
                    }
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    private static byte[] timeless(String properties) {
        return properties.replaceAll(MADE, "$1" + NEVER + ":00Z").getBytes(UTF_8);
    }
}
