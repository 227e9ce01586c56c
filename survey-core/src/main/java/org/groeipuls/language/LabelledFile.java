package org.groeipuls.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.groeipuls.language.TabbedFile.Row;

/** Makes labelled texts of the rows of a file, or says all that is wrong with them without quoting a text. */
final class LabelledFile {
    private static final List<String> HEADER = List.of("id", "lang", "text", "learn", "blame", "silence");
    private static final List<String> CODERS = List.of("learn1", "blame1", "silence1", "learn2", "blame2", "silence2");
    private static final int LANGUAGE = 1;
    private static final int TEXT = 2;
    private static final int GOLD = 3;
    private static final int ONE = 6;
    private static final int OTHER = 9;

    private final TabbedFile table;
    private final int width;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** @param coders whether the labels of two coders may follow */
    LabelledFile(TabbedFile table, boolean coders) {
        this.table = table;
        List<String> header =
                table.rows().isEmpty() ? List.of() : table.rows().getFirst().cells();
        List<String> both = Stream.concat(HEADER.stream(), CODERS.stream()).toList();
        this.width = coders && header.equals(both) ? both.size() : HEADER.size();
        if (!header.equals(HEADER) && width == HEADER.size()) {
            complaints.add(new Complaint(
                    1, "is not the header: begin with the columns id, lang, text, learn, blame, silence"));
        }
    }

    /** @throws FaultyFile with everything that is wrong */
    CodedTexts read() {
        List<Row> rows = table.rows().stream().skip(1).toList();
        rows.forEach(this::check);
        if (!complaints.isEmpty()) {
            throw new FaultyFile(table.source(), complaints);
        }
        boolean coded = width > HEADER.size();
        return new CodedTexts(texts(rows, GOLD), coded ? texts(rows, ONE) : null, coded ? texts(rows, OTHER) : null);
    }

    private void check(Row row) {
        Integer first = lines.putIfAbsent(Words.folded(row.cell(TEXT)).strip(), row.line());
        if (first != null) {
            complaints.add(row.complain("has the text of line %d again: keep one".formatted(first)));
        }
        fault(row).map(row::complain).ifPresent(complaints::add);
    }

    private Optional<String> fault(Row row) {
        if (row.cells().size() != width) {
            return Optional.of(
                    "has %d columns and needs %d".formatted(row.cells().size(), width));
        }
        if (Language.of(row.cell(LANGUAGE)).isEmpty()) {
            return Optional.of("has no known language: write nl or en");
        }
        if (row.cell(TEXT).isBlank()) {
            return Optional.of("has no text");
        }
        return row.cells().subList(GOLD, width).stream().allMatch(cell -> cell.matches("[01]"))
                ? Optional.empty()
                : Optional.of("has a label that is not 1 or 0");
    }

    private static LabelledTexts texts(List<Row> rows, int from) {
        return new LabelledTexts(rows.stream().map(row -> text(row, from)).toList());
    }

    private static LabelledText text(Row row, int from) {
        Set<Category> labels = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if (row.cell(from + category.ordinal()).equals("1")) {
                labels.add(category);
            }
        }
        return new LabelledText(row.cell(0), Language.of(row.cell(LANGUAGE)).orElseThrow(), row.cell(TEXT), labels);
    }
}
