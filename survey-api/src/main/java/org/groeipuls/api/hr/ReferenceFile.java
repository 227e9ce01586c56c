package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.groeipuls.api.hr.CsvTable.Row;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.api.problem.FaultyFile.At;
import org.groeipuls.earlier.KnownReference;
import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.EarlierResults.Statement;
import org.groeipuls.reference.EarlierResults.Year;
import org.groeipuls.reference.ReferenceId;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Earlier results as a file: a row for each statement and year. */
final class ReferenceFile {
    private static final List<String> COLUMNS =
            List.of("reference", "source", "nl", "en", "construct", "year", "percentpositive", "n");

    private final Consumer<EarlierResults> rules;
    private final List<At> faults = new ArrayList<>();

    private ReferenceFile(Consumer<EarlierResults> rules) {
        this.rules = rules;
    }

    /**
     * The results in a file, in its order.
     *
     * @param rules refuses what cannot be imported
     * @throws FaultyFile with every fault, by line
     */
    static List<KnownReference> read(byte[] file, Consumer<EarlierResults> rules) {
        return new ReferenceFile(rules).read(CsvTable.read(file, COLUMNS));
    }

    private List<KnownReference> read(List<Row> rows) {
        Map<String, List<Row>> together = new LinkedHashMap<>();
        rows.forEach(row -> together.computeIfAbsent(row.cell("reference"), unknown -> new ArrayList<>())
                .add(row));
        List<KnownReference> found = new ArrayList<>();
        together.values().forEach(own -> take(own, found));
        if (rows.isEmpty()) {
            faults.add(new At(1, "", "reference-file-empty", "There is no row in this file below its first line"));
        }
        if (!faults.isEmpty()) {
            throw new FaultyFile(faults);
        }
        return found;
    }

    private void take(List<Row> rows, List<KnownReference> found) {
        var first = rows.getFirst();
        int before = faults.size();
        List<Year> series = new ArrayList<>();
        for (var row : rows) {
            if (!same(first, row)) {
                fault(
                        row,
                        "reference",
                        "reference-differs",
                        "Source, texts and construct are the same in all its rows");
            }
            var year = year(row);
            if (year != null) {
                series.add(year);
            }
        }
        if (faults.size() > before) {
            return;
        }
        try {
            var results = new EarlierResults(
                    first.cell("source"),
                    new Statement(given(first, "nl"), given(first, "en")),
                    given(first, "construct"),
                    series);
            rules.accept(results);
            found.add(new KnownReference(new ReferenceId(first.cell("reference")), results));
        } catch (Refusal refusal) {
            fault(first, "reference", refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    private @Nullable Year year(Row row) {
        try {
            var n = given(row, "n");
            return new Year(
                    Integer.parseInt(row.cell("year")),
                    Double.parseDouble(row.cell("percentpositive").replace(',', '.')),
                    n == null ? null : Integer.valueOf(n));
        } catch (NumberFormatException notANumber) {
            fault(row, "", "number-not-allowed", "year and n are whole numbers, percentPositive is a number");
            return null;
        }
    }

    private static boolean same(Row first, Row row) {
        return List.of("source", "nl", "en", "construct").stream()
                .allMatch(column -> first.cell(column).equals(row.cell(column)));
    }

    private static @Nullable String given(Row row, String column) {
        return row.cell(column).isEmpty() ? null : row.cell(column);
    }

    private void fault(Row row, String column, String code, String message) {
        faults.add(new At(row.line(), column, code, message));
    }
}
