package org.groeipuls.api.teamlead;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.groeipuls.scoring.Interval;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;

/** A trend as a table: UTF-8 with a byte order mark, a withheld point as empty cells and a reason. */
final class TrendCsv {
    private final boolean dutch;

    private TrendCsv(boolean dutch) {
        this.dutch = dutch;
    }

    static String of(TeamTrend trend, boolean dutch) {
        return new TrendCsv(dutch).write(trend);
    }

    private String write(TeamTrend trend) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(dutch ? ';' : ',').build(text)) {
            csv.writeRecord(
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
            for (var point : trend.points()) {
                csv.writeRecord(row(trend, point));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "\uFEFF" + text;
    }

    private String[] row(TeamTrend trend, TrendPoint point) {
        var shown = point.shown();
        var withheld = point.withheld();
        var participation = point.participation();
        return new String[] {
            text(trend.group().value()),
            text(trend.construct()),
            text(point.pulse().value()),
            point.countedOn().toString(),
            Integer.toString(point.ordinal()),
            Integer.toString(point.line()),
            shown == null ? "" : number(shown.n()),
            participation == null ? "" : participation.word(),
            shown == null ? "" : number(shown.value()),
            low(shown == null ? null : shown.range()),
            high(shown == null ? null : shown.range()),
            shown == null ? "" : number(shown.level()),
            low(shown == null ? null : shown.band()),
            high(shown == null ? null : shown.band()),
            withheld == null ? "" : withheld.reason().word(),
            point.instrument().toString(),
            point.disclosure().name().toLowerCase(java.util.Locale.ROOT),
            point.calibration(),
            trend.rule()
        };
    }

    private String low(@Nullable Interval interval) {
        return interval == null ? "" : number(interval.low());
    }

    private String high(@Nullable Interval interval) {
        return interval == null ? "" : number(interval.high());
    }

    private String number(double value) {
        var written = Double.toString(value);
        return dutch ? written.replace('.', ',') : written;
    }

    /** A cell that a spreadsheet would take for a formula is no formula. */
    private static String text(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
