package org.groeipuls.api.analyst;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.groeipuls.replay.TrendComparison;
import org.jspecify.annotations.Nullable;

/** A comparison as a table: a row per point that differs, and one per outcome that does. */
public record ComparisonSheet(List<TrendComparison> lines) {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "group",
            "construct",
            "pulse",
            "value",
            "replayed_value",
            "by",
            "level",
            "replayed_level",
            "checkpoint",
            "outcome",
            "replayed_outcome");

    /** UTF-8 text with a byte order mark; in Dutch with semicolons and decimal commas, as spreadsheets there expect. */
    public String csv(boolean dutch) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(dutch ? ';' : ',').build(text)) {
            csv.writeRecord(COLUMNS);
            for (var line : lines) {
                for (var point : line.changed()) {
                    csv.writeRecord(cells(
                            dutch,
                            "point",
                            point.group().value(),
                            point.construct(),
                            point.pulse().value(),
                            point.value(),
                            point.replayedValue(),
                            point.by(),
                            point.level(),
                            point.replayedLevel(),
                            null,
                            null,
                            null));
                }
                for (var flip : line.flipped()) {
                    csv.writeRecord(cells(
                            dutch,
                            "outcome",
                            flip.group().value(),
                            flip.construct(),
                            flip.pulse().value(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            flip.checkpoint(),
                            flip.result(),
                            flip.replayed()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "\uFEFF" + text;
    }

    private static List<String> cells(boolean dutch, @Nullable Object... cells) {
        return Arrays.stream(cells).map(cell -> written(cell, dutch)).toList();
    }

    private static String written(@Nullable Object cell, boolean dutch) {
        return switch (cell) {
            case null -> "";
            case Double number when dutch -> number.toString().replace('.', ',');
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case String text when !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 -> "'" + text;
            default -> cell.toString();
        };
    }
}
