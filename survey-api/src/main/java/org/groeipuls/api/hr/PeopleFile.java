package org.groeipuls.api.hr;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.api.problem.FaultyFile.At;

/** A list of people as a file: CSV in UTF-8, with or without a mark at its beginning, parted by commas or semicolons. */
final class PeopleFile {
    private static final char MARK = '\uFEFF';
    private static final Pattern NUMBER = Pattern.compile("line (\\d+)");

    /** The columns of the list, in any order. */
    enum Column {
        PERSON,
        ADDRESS,
        LANGUAGE,
        TEAM,
        ROLE;

        String heading() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param line where the row begins, from 1 */
    record Row(long line, Map<Column, String> cells) {
        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }

        At fault(Column column, PeopleFault fault) {
            return at(line, column.heading(), fault);
        }

        @Override
        public String toString() {
            return "Row[line " + line + ", not shown]";
        }
    }

    private final List<At> faults = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private PeopleFile() {}

    /**
     * The rows of the list.
     *
     * @throws FaultyFile when it cannot be read as one
     */
    static List<Row> read(byte[] bytes) {
        var file = new PeopleFile();
        file.parse(text(bytes));
        if (file.faults.isEmpty() && file.rows.isEmpty()) {
            file.faults.add(at(1, "", PeopleFault.FILE_EMPTY));
        }
        if (!file.faults.isEmpty()) {
            throw new FaultyFile(file.faults);
        }
        return file.rows;
    }

    static At at(long line, String column, PeopleFault fault) {
        return new At(line, column, fault.code(), fault.message());
    }

    private static String text(byte[] bytes) {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            long line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new FaultyFile(List.of(at(line, "", PeopleFault.FILE_NOT_UTF8)));
        }
        var text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private void parse(String text) {
        var first = text.lines().findFirst().orElse("");
        var reader = CsvReader.builder()
                .fieldSeparator(first.indexOf(';') >= 0 ? ';' : ',')
                .allowExtraFields(true)
                .allowMissingFields(true);
        try (var records = reader.ofCsvRecord(text)) {
            List<Column> columns = List.of();
            for (var record : records) {
                if (columns.isEmpty()) {
                    columns = columns(record);
                    if (!faults.isEmpty()) {
                        return;
                    }
                } else {
                    row(record, columns);
                }
            }
        } catch (CsvParseException e) {
            var line = NUMBER.matcher(String.valueOf(e.getMessage()));
            faults.add(at(line.find() ? Long.parseLong(line.group(1)) : 1, "", PeopleFault.FILE_NOT_CSV));
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("It is read from memory", impossible);
        }
    }

    private List<Column> columns(CsvRecord record) {
        List<Column> columns = new ArrayList<>();
        for (var heading : record.getFields()) {
            var column = Arrays.stream(Column.values())
                    .filter(each -> each.heading().equalsIgnoreCase(heading.strip()))
                    .findFirst();
            if (column.isEmpty()) {
                faults.add(at(record.getStartingLineNumber(), "", PeopleFault.COLUMN_UNKNOWN));
            } else if (columns.contains(column.get())) {
                faults.add(at(record.getStartingLineNumber(), column.get().heading(), PeopleFault.COLUMN_TWICE));
            } else {
                columns.add(column.get());
            }
        }
        for (var column : Column.values()) {
            if (!columns.contains(column)) {
                faults.add(at(record.getStartingLineNumber(), column.heading(), PeopleFault.COLUMN_MISSING));
            }
        }
        return columns;
    }

    private void row(CsvRecord record, List<Column> columns) {
        if (record.getFieldCount() != columns.size()) {
            faults.add(at(record.getStartingLineNumber(), "", PeopleFault.CELLS_DIFFER));
            return;
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), record.getField(i).strip());
        }
        rows.add(new Row(record.getStartingLineNumber(), cells));
    }
}
