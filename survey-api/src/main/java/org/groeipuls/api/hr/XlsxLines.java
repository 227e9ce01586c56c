package org.groeipuls.api.hr;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.groeipuls.api.hr.SheetLines.Line;

/**
 * Lines of the first sheet of a workbook. It is unpacked within bounds first, and only what was unpacked is given to the
 * library: so nothing in the file decides how much memory it takes.
 */
final class XlsxLines {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** 50,000 people unpack to about half of this. */
    private static final int MOST_BYTES = 48 * 1024 * 1024;

    private static final int MOST_PARTS = 500;

    /** A spreadsheet keeps 17 digits of a number, and writes a point, a sign and an exponent with them. */
    private static final int MOST_DIGITS = 30;

    private static final int BLOCK = 8192;

    private XlsxLines() {}

    static void read(byte[] bytes, SheetLines into) {
        if (CsvLines.starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            into.fault(1, PeopleFault.FILE_PROTECTED);
            return;
        }
        if (!CsvLines.starts(bytes, 'P', 'K', 3, 4)) {
            into.fault(1, PeopleFault.FILE_NOT_WORKBOOK);
            return;
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bounded(bytes)))) {
            sheet(workbook, into);
        } catch (TooLarge e) {
            into.fault(1, PeopleFault.FILE_TOO_LARGE);
        } catch (IOException | RuntimeException e) {
            // the library says in many ways that it cannot read a file
            into.fault(1, PeopleFault.FILE_DAMAGED);
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The same file, packed anew from what came out of it; pictures, macros and links to elsewhere stay behind. */
    private static byte[] bounded(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        long left = MOST_BYTES;
        int parts = 0;
        try (var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
                var out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (var entry : Collections.list(in.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw new TooLarge();
                }
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (var part = in.getInputStream(entry)) {
                        left = copy(part, out, left);
                    }
                }
            }
        }
        return packed.toByteArray();
    }

    private static long copy(InputStream in, ZipOutputStream out, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long left = most;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
            out.write(block, 0, read);
        }
        return left;
    }

    private static void sheet(ReadableWorkbook workbook, SheetLines into) throws IOException {
        var first = workbook.getSheets().findFirst();
        if (first.isEmpty()) {
            into.fault(1, PeopleFault.SHEET_MISSING);
            return;
        }
        try (var rows = first.get().openStream()) {
            for (var row : (Iterable<Row>) rows::iterator) {
                into.add(new Line(row.getRowNum(), cells(row, into), false));
                if (into.stopped()) {
                    return;
                }
            }
        }
    }

    private static List<String> cells(Row row, SheetLines into) {
        List<String> cells = new ArrayList<>();
        int last = Math.min(row.getCellCount(), SheetLines.most());
        for (int index = 0; index < row.getCellCount(); index++) {
            var cell = row.getOptionalCell(index).orElse(null);
            var text = cell == null ? "" : text(cell, row.getRowNum(), index, into);
            if (index < last || !text.isBlank()) {
                cells.add(text);
            }
        }
        return cells;
    }

    /** As it was typed: a number without a point or an exponent that nobody wrote. */
    private static String text(Cell cell, long line, int index, SheetLines into) {
        if (cell.getType() == CellType.FORMULA) {
            into.fault(line, index, PeopleFault.CELL_IS_FORMULA);
            return "0";
        }
        if (cell.getType() == CellType.ERROR) {
            into.fault(line, index, PeopleFault.CELL_IN_ERROR);
            return "0";
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell.getRawValue(), line, index, into);
        }
        return cell.getText();
    }

    private static String number(String raw, long line, int index, SheetLines into) {
        // a few characters with an exponent could be a billion without one
        var number = raw.length() > MOST_DIGITS ? null : new BigDecimal(raw).stripTrailingZeros();
        if (number == null || Math.abs((long) number.scale()) > MOST_DIGITS) {
            into.fault(line, index, PeopleFault.NUMBER_TOO_LONG);
            return "0";
        }
        return number.toPlainString();
    }
}
