package org.groeipuls.api.hr;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.api.problem.FaultyFile.At;

/** A small CSV file in UTF-8 with a heading line, parted by commas or semicolons. */
final class CsvTable {
    private static final String MARK = "\uFEFF";

    private CsvTable() {}

    /** @param line where the row begins, from 1 */
    record Row(long line, Map<String, String> cells) {
        /** The cell under a heading; empty where nothing stands. */
        String cell(String heading) {
            return cells.getOrDefault(heading, "");
        }
    }

    /**
     * The rows of a file that has exactly these columns, in any order.
     *
     * @param headings in lower case
     * @throws FaultyFile when it cannot be read as such a file
     */
    static List<Row> read(byte[] file, List<String> headings) {
        var text = text(file);
        var first = text.lines().findFirst().orElse("");
        var reader = CsvReader.builder()
                .fieldSeparator(first.indexOf(';') >= 0 ? ';' : ',')
                .allowExtraFields(true)
                .allowMissingFields(true);
        List<Row> rows = new ArrayList<>();
        List<At> faults = new ArrayList<>();
        try (var records = reader.ofCsvRecord(text)) {
            List<String> columns = List.of();
            for (var record : records) {
                if (columns.isEmpty()) {
                    columns = columns(record, headings);
                } else if (record.getFieldCount() == columns.size()) {
                    rows.add(row(record, columns));
                } else {
                    faults.add(fault(record.getStartingLineNumber(), PeopleFault.CELLS_DIFFER));
                }
            }
        } catch (CsvParseException notCsv) {
            throw new FaultyFile(List.of(fault(1, PeopleFault.FILE_NOT_CSV)));
        } catch (IOException impossible) {
            throw new IllegalStateException("It is read from memory", impossible);
        }
        if (!faults.isEmpty()) {
            throw new FaultyFile(faults);
        }
        return rows;
    }

    private static String text(byte[] file) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new FaultyFile(List.of(fault(1, PeopleFault.FILE_NOT_UTF8)));
        }
    }

    private static List<String> columns(CsvRecord record, List<String> headings) {
        var columns = record.getFields().stream()
                .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (columns.size() != headings.size() || !new HashSet<>(columns).equals(new HashSet<>(headings))) {
            throw new FaultyFile(List.of(new At(
                    record.getStartingLineNumber(),
                    "",
                    "columns-differ",
                    "The first line is " + String.join(",", headings))));
        }
        return columns;
    }

    private static Row row(CsvRecord record, List<String> columns) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), record.getField(i).strip());
        }
        return new Row(record.getStartingLineNumber(), cells);
    }

    private static At fault(long line, PeopleFault fault) {
        return PeopleFile.at(line, "", fault);
    }
}
