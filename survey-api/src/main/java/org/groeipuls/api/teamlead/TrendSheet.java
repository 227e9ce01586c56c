package org.groeipuls.api.teamlead;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.groeipuls.scoring.Interval;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;

/** A trend as a table. A withheld point has empty cells and a reason; a text that looks like a formula is none. */
final class TrendSheet {
    private static final List<String> COLUMNS = List.of(
            "group",
            "construct",
            "pulse",
            "counted_on",
            "ordinal",
            "line",
            "n",
            "participation",
            "value",
            "range_low",
            "range_high",
            "level",
            "band_low",
            "band_high",
            "withheld",
            "instrument",
            "disclosure",
            "calibration",
            "rule");

    private final TeamTrend trend;

    TrendSheet(TeamTrend trend) {
        this.trend = trend;
    }

    /** UTF-8 text with a byte order mark; in Dutch with semicolons and decimal commas, as spreadsheets there expect. */
    String csv(boolean dutch) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(dutch ? ';' : ',').build(text)) {
            csv.writeRecord(COLUMNS);
            for (var point : trend.points()) {
                csv.writeRecord(
                        cells(point).stream().map(cell -> written(cell, dutch)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "\uFEFF" + text;
    }

    private static String written(@Nullable Object cell, boolean dutch) {
        return switch (cell) {
            case null -> "";
            case Double number when dutch -> number.toString().replace('.', ',');
            case String text -> harmless(text);
            default -> cell.toString();
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A workbook of one sheet with numbers as numbers. */
    byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Groeipuls", "1.0")) {
            var sheet = book.newWorksheet("trend");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
            }
            for (int row = 0; row < trend.points().size(); row++) {
                var cells = cells(trend.points().get(row));
                for (int column = 0; column < cells.size(); column++) {
                    switch (cells.get(column)) {
                        case null -> {}
                        case Number number -> sheet.value(row + 1, column, number);
                        case Object other -> sheet.value(row + 1, column, other.toString());
                    }
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TimelessBook.of(bytes.toByteArray());
    }

    private List<@Nullable Object> cells(TrendPoint point) {
        var shown = point.shown();
        var withheld = point.withheld();
        var participation = point.participation();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(trend.group().value());
        cells.add(trend.construct());
        cells.add(point.pulse().value());
        cells.add(point.countedOn().toString());
        cells.add(point.ordinal());
        cells.add(point.line());
        cells.add(shown == null ? null : shown.n());
        cells.add(participation == null ? null : participation.word());
        cells.add(shown == null ? null : shown.value());
        ends(cells, shown == null ? null : shown.range());
        cells.add(shown == null ? null : shown.level());
        ends(cells, shown == null ? null : shown.band());
        cells.add(withheld == null ? null : withheld.reason().word());
        cells.add(point.instrument().toString());
        cells.add(point.disclosure().name().toLowerCase(Locale.ROOT));
        cells.add(point.calibration());
        cells.add(trend.rule());
        return cells;
    }

    private static void ends(List<@Nullable Object> cells, @Nullable Interval interval) {
        cells.add(interval == null ? null : interval.low());
        cells.add(interval == null ? null : interval.high());
    }
}
