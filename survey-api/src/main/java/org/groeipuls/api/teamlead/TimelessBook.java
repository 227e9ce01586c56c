package org.groeipuls.api.teamlead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook without the moment at which it was made, which the library writes into it: the same figures are the same
 * file, so that nobody who compares two files wonders what has changed. Reads the archive by its directory, because
 * the library's entries have no sizes in front of them and Java's stream does not read those.
 */
final class TimelessBook {
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String MADE = "(<dcterms:created[^>]*>)[^<]*";
    private static final int END = 22;
    private static final int DIRECTORY_ENTRY = 46;
    private static final int LOCAL_HEADER = 30;

    private final ByteBuffer book;

    private TimelessBook(byte[] book) {
        this.book = ByteBuffer.wrap(book).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] of(byte[] book) {
        var bytes = new ByteArrayOutputStream();
        try (var to = new ZipOutputStream(bytes)) {
            new TimelessBook(book).copy(to);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void copy(ZipOutputStream to) throws IOException {
        int end = book.capacity() - END;
        int entry = book.getInt(end + 16);
        for (int left = book.getShort(end + 10); left > 0; left--) {
            int nameLength = book.getShort(entry + 28);
            var name = new String(book.array(), entry + DIRECTORY_ENTRY, nameLength, UTF_8);
            var part = new ZipEntry(name);
            part.setTimeLocal(NEVER);
            to.putNextEntry(part);
            to.write(
                    timeless(name, content(book.getInt(entry + 42), book.getInt(entry + 20), book.getInt(entry + 24))));
            to.closeEntry();
            entry += DIRECTORY_ENTRY + nameLength + book.getShort(entry + 30) + book.getShort(entry + 32);
        }
    }

    private byte[] content(int header, int packed, int size) throws IOException {
        int from = header + LOCAL_HEADER + book.getShort(header + 26) + book.getShort(header + 28);
        var inflater = new Inflater(true);
        try {
            inflater.setInput(book.array(), from, packed);
            byte[] content = new byte[size];
            if (inflater.inflate(content) != size) {
                throw new IOException("The workbook is cut short");
            }
            return content;
        } catch (DataFormatException damaged) {
            throw new IOException("The workbook is not packed as it should be", damaged);
        } finally {
            inflater.end();
        }
    }

    private static byte[] timeless(String name, byte[] content) {
        return name.equals(PROPERTIES)
                ? new String(content, UTF_8)
                        .replaceAll(MADE, "$1" + NEVER + ":00Z")
                        .getBytes(UTF_8)
                : content;
    }
}
