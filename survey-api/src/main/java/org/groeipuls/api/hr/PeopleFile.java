package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.api.problem.FaultyFile.At;
import org.jspecify.annotations.Nullable;

/** A list of people as a file: a heading and a row for each person, with headings in English or Dutch. */
final class PeopleFile implements SheetLines {
    private static final int MOST_ROWS = 50_000;

    /** The columns of the list, in any order. */
    enum Column {
        PERSON("persoon", "subject"),
        ADDRESS("adres", "e-mail", "email", "e-mailadres", "mailadres", "mail"),
        LANGUAGE("taal"),
        TEAM("team"),
        ROLE("rol"),
        /** May be missing. */
        NAME("naam");

        private final List<String> others;

        Column(String... others) {
            this.others = List.of(others);
        }

        String heading() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Column> of(String heading) {
            var word = heading.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(column -> column.heading().equals(word) || column.others.contains(word))
                    .findFirst();
        }
    }

    /** @param line where the row begins, from 1 */
    record Row(long line, Map<Column, String> cells, Map<Column, String> headings) {
        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }

        At fault(Column column, PeopleFault fault, long other) {
            return new At(
                    line,
                    column.heading(),
                    fault.code(),
                    fault.message(),
                    headings.getOrDefault(column, column.heading()),
                    other);
        }

        @Override
        public String toString() {
            return "Row[line " + line + ", not shown]";
        }
    }

    /** @param faults of lines and cells; the rows that can be read are there all the same */
    record Read(List<Row> rows, List<At> faults) {
        @Override
        public String toString() {
            return "Read[not shown]";
        }
    }

    private final List<At> faults = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Column, String> headings = new EnumMap<>(Column.class);
    private @Nullable List<Column> columns;
    private boolean stopped;

    private PeopleFile() {}

    /**
     * The rows of the list.
     *
     * @throws FaultyFile when it cannot be read as one at all
     */
    static Read read(byte[] bytes, boolean workbook) {
        var file = new PeopleFile();
        if (workbook) {
            XlsxLines.read(bytes, file);
        } else {
            CsvLines.read(bytes, file);
        }
        if (file.faults.isEmpty() && file.rows.isEmpty()) {
            file.fault(1, PeopleFault.FILE_EMPTY);
        }
        if (file.columns == null || file.stopped) {
            throw new FaultyFile(file.faults);
        }
        return new Read(file.rows, file.faults);
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void fault(long line, PeopleFault fault) {
        faults.add(at(line, "", fault));
        stopped |= fault != PeopleFault.CELLS_DIFFER;
    }

    @Override
    public void fault(long line, int index, PeopleFault fault) {
        var known = columns;
        if (known == null || index >= known.size()) {
            faults.add(at(line, "", fault));
        } else {
            faults.add(row(line, Map.of()).fault(known.get(index), fault, 0));
        }
    }

    private Row row(long line, Map<Column, String> cells) {
        return new Row(line, cells, headings);
    }

    @Override
    public void add(Line line) {
        if (line.cells().stream().allMatch(String::isBlank)) {
            return;
        }
        if (columns == null) {
            head(line);
        } else if (rows.size() == MOST_ROWS) {
            fault(line.number(), PeopleFault.ROWS_TOO_MANY);
        } else {
            body(line, columns);
        }
    }

    private void head(Line line) {
        List<Column> found = new ArrayList<>();
        int last = line.cells().size();
        while (!line.exact() && line.cells().get(last - 1).isBlank()) {
            last--;
        }
        for (var heading : line.cells().subList(0, last)) {
            var column = Column.of(heading);
            if (column.isEmpty()) {
                faults.add(at(line.number(), "", PeopleFault.COLUMN_UNKNOWN));
            } else if (found.contains(column.get())) {
                faults.add(at(line.number(), column.get().heading(), PeopleFault.COLUMN_TWICE));
            } else {
                found.add(column.get());
                headings.put(column.get(), heading.strip().toLowerCase(Locale.ROOT));
            }
        }
        for (var column : Column.values()) {
            if (!found.contains(column) && column != Column.NAME) {
                faults.add(at(line.number(), column.heading(), PeopleFault.COLUMN_MISSING));
            }
        }
        stopped = !faults.isEmpty();
        columns = List.copyOf(found);
    }

    private void body(Line line, List<Column> known) {
        var cells = line.cells();
        boolean beyond = cells.size() > known.size()
                && (line.exact()
                        || cells.subList(known.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank()));
        if (beyond || line.exact() && cells.size() < known.size()) {
            fault(line.number(), PeopleFault.CELLS_DIFFER);
            return;
        }
        Map<Column, String> byColumn = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(known.size(), cells.size()); i++) {
            byColumn.put(known.get(i), cells.get(i).strip());
        }
        rows.add(row(line.number(), byColumn));
    }

    static At at(long line, String column, PeopleFault fault) {
        return new At(line, column, fault.code(), fault.message());
    }
}
