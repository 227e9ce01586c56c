package org.groeipuls.api.teamlead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A workbook without the moment at which it was made, which the library writes into it: the same figures are the same
 * file, so that nobody who compares two files wonders what has changed.
 */
final class TimelessBook {
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String MADE = "(<dcterms:created[^>]*>)[^<]*";

    private TimelessBook() {}

    static byte[] of(byte[] book) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(book));
                var to = new ZipOutputStream(bytes)) {
            for (var part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                var entry = new ZipEntry(part.getName());
                entry.setTimeLocal(NEVER);
                to.putNextEntry(entry);
                to.write(content(part.getName(), from.readAllBytes()));
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] bytes) {
        return name.equals(PROPERTIES)
                ? new String(bytes, UTF_8)
                        .replaceAll(MADE, "$1" + NEVER + ":00Z")
                        .getBytes(UTF_8)
                : bytes;
    }
}
