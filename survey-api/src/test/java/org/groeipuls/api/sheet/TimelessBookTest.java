package org.groeipuls.api.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TimelessBookTest {
    @Test
    void a_book_keeps_its_figures_and_loses_the_moment_it_was_made() throws IOException {
        var parts = parts(book());

        assertThat(parts.get("docProps/core.xml")).contains(">2000-01-01T00:00:00Z</dcterms:created>");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("3.25");
        assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml");
    }

    @Test
    void the_same_figures_are_the_same_file() throws IOException {
        assertThat(book()).isEqualTo(book());
    }

    private static byte[] book() throws IOException {
        var bytes = new ByteArrayOutputStream();
        TimelessBook.write(bytes, book -> book.newWorksheet("trend").value(0, 0, 3.25));
        return bytes.toByteArray();
    }

    private static Map<String, String> parts(byte[] book) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return parts;
    }
}
