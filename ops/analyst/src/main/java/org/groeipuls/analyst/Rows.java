package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file of history in one of its formats, written event by event. */
interface Rows extends AutoCloseable {
    List<String> COLUMNS = List.of("position", "type", "revision", "aggregate", "sequence", "time", "data", "salt");

    void write(ExportedEvent event) throws IOException;

    /** Everything was written; without this the file is not whole. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;

    static Rows of(ExportCommand.Format format, Path file) throws IOException {
        return switch (format) {
            case ndjson -> new Lines(file);
            case csv -> new Csv(file);
            case xlsx -> new Book(file);
            case parquet -> new ParquetRows(file);
        };
    }

    private static String salt(ExportedEvent event) {
        return HexFormat.of().formatHex(event.salt());
    }

    /** A text that looks like a formula is none. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The lines as the server sent them. */
    final class Lines implements Rows {
        private final Writer out;

        Lines(Path file) throws IOException {
            this.out = Files.newBufferedWriter(file);
        }

        @Override
        public void write(ExportedEvent event) throws IOException {
            out.append(event.line()).append('\n');
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** UTF-8 with a byte order mark, as the server's own. */
    final class Csv implements Rows {
        private final CsvWriter csv;

        Csv(Path file) throws IOException {
            var out = new BufferedWriter(Files.newBufferedWriter(file, UTF_8));
            out.append('\uFEFF');
            this.csv = CsvWriter.builder().build(out);
            csv.writeRecord(COLUMNS);
        }

        @Override
        public void write(ExportedEvent exported) {
            var event = exported.event();
            csv.writeRecord(
                    Long.toString(event.position()),
                    harmless(event.type()),
                    harmless(event.revision()),
                    harmless(event.aggregate()),
                    Long.toString(event.sequence()),
                    harmless(event.time()),
                    harmless(event.data()),
                    salt(exported));
        }

        @Override
        public void finish() throws IOException {
            csv.flush();
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** A workbook; content that is longer than a cell may be goes on in the cells behind. */
    final class Book implements Rows {
        static final int MOST_ROWS = 1_048_575;
        private static final int LONGEST_CELL = 32_767;
        private static final int FLUSH = 1000;
        private final OutputStream out;
        private final Workbook book;
        private final Worksheet sheet;
        private int row;

        Book(Path file) throws IOException {
            this.out = Files.newOutputStream(file);
            this.book = new Workbook(out, "Groeipuls", "1.0");
            this.sheet = book.newWorksheet("history");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column < 6 ? column : 13 - column));
            }
            sheet.freezePane(0, 1);
        }

        static WrongUse noRoom() {
            return new WrongUse("A workbook has no room for so many events; take csv or parquet, or --after");
        }

        @Override
        public void write(ExportedEvent exported) throws IOException {
            if (++row > MOST_ROWS) {
                throw noRoom();
            }
            var event = exported.event();
            sheet.value(row, 0, event.position());
            sheet.value(row, 1, event.type());
            sheet.value(row, 2, event.revision());
            sheet.value(row, 3, event.aggregate());
            sheet.value(row, 4, event.sequence());
            sheet.value(row, 5, event.time());
            // in the sheet itself: what a book shares between cells stays in memory until its end
            sheet.inlineString(row, 6, salt(exported));
            int column = 7;
            for (var piece : event.pieces(LONGEST_CELL)) {
                sheet.inlineString(row, column++, piece);
            }
            if (row % FLUSH == 0) {
                sheet.flush();
            }
        }

        @Override
        public void finish() throws IOException {
            book.finish();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
