package org.groeipuls.api.teamlead;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.groeipuls.api.sheet.Cells;
import org.groeipuls.api.sheet.TimelessBook;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;

/** A trend as a table. A withheld point has empty cells and a reason; a text that looks like a formula is none. */
public final class TrendSheet {
    /** The media type of a workbook. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
            "rule",
            "markers",
            "fewer_answered");

    private static final List<String> MARKER_COLUMNS = List.of(
            "letter", "id", "form", "leader_role", "started_on", "ended_on", "teams", "anchor_pulse", "next_pulse");

    private final TeamTrend trend;

    public TrendSheet(TeamTrend trend) {
        this.trend = trend;
    }

    /** UTF-8 text with a byte order mark; in Dutch with semicolons and decimal commas, as spreadsheets there expect. */
    public String csv(boolean dutch) {
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
            case String text -> Cells.harmless(text);
            default -> cell.toString();
        };
    }

    /** A workbook with numbers as numbers: a sheet of points, and one of what the letters stand for. */
    public byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try {
            TimelessBook.write(bytes, book -> {
                fill(book.newWorksheet("trend"), COLUMNS, trend.points(), this::cells);
                fill(book.newWorksheet("markers"), MARKER_COLUMNS, trend.markers(), TrendSheet::cells);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> void fill(
            Worksheet sheet, List<String> columns, List<T> rows, Function<T, List<@Nullable Object>> written) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
        }
        for (int row = 0; row < rows.size(); row++) {
            var cells = written.apply(rows.get(row));
            for (int column = 0; column < cells.size(); column++) {
                switch (cells.get(column)) {
                    case null -> {}
                    case Number number -> sheet.value(row + 1, column, number);
                    case Object other -> sheet.value(row + 1, column, other.toString());
                }
            }
        }
        sheet.freezePane(0, 1);
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
        cells.add(point.measuredBy());
        cells.add(begunBefore(point));
        cells.add(point.fewerAnswered());
        return cells;
    }

    /** The letters of what had started when this pulse was answered and not yet at the one before it. */
    private @Nullable String begunBefore(TrendPoint point) {
        var letters = trend.markers().stream()
                .filter(marker -> point.pulse().equals(marker.next()))
                .map(Marker::letter)
                .collect(Collectors.joining(" "));
        return letters.isEmpty() ? null : letters;
    }

    private static List<@Nullable Object> cells(Marker marker) {
        var endedOn = marker.endedOn();
        var anchor = marker.anchor();
        var next = marker.next();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(marker.letter());
        cells.add(marker.id().value());
        cells.add(marker.form().word());
        cells.add(marker.leaderRole().word());
        cells.add(marker.startedOn().toString());
        cells.add(endedOn == null ? null : endedOn.toString());
        cells.add(marker.teams().stream().map(TeamId::value).collect(Collectors.joining(" ")));
        cells.add(anchor == null ? null : anchor.pulse().value());
        cells.add(next == null ? null : next.value());
        return cells;
    }

    private static void ends(List<@Nullable Object> cells, @Nullable Interval interval) {
        cells.add(interval == null ? null : interval.low());
        cells.add(interval == null ? null : interval.high());
    }
}
