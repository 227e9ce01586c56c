package org.groeipuls.api.analyst;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import org.dhatim.fastexcel.Worksheet;
import org.groeipuls.api.sheet.Cells;
import org.groeipuls.api.sheet.TimelessBook;
import org.groeipuls.api.storage.HistoryStore.StoredEvent;
import org.groeipuls.tree.EventLine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.json.JsonMapper;

/** Writes history as CloudEvents (one a line), as CSV or as a workbook, event by event. */
final class HistoryFormat implements HttpMessageConverter<HistoryExport> {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS =
            List.of("position", "type", "revision", "aggregate", "sequence", "time", "data", "salt");

    /** No cell of a workbook holds more; what is longer goes on in the cells behind. */
    private static final int LONGEST_CELL = 32_767;

    private static final int FLUSH = 1000;

    private final JsonMapper json;
    private final LongFunction<byte[]> salts;

    /** @param salts of the leaf of the event at a position, so that an export can be held against a signed head */
    HistoryFormat(JsonMapper json, LongFunction<byte[]> salts) {
        this.json = json;
        this.salts = salts;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_NDJSON, MediaType.parseMediaType(CSV), MediaType.parseMediaType(XLSX));
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return type == HistoryExport.class
                && (media == null || getSupportedMediaTypes().stream().anyMatch(media::isCompatibleWith));
    }

    @Override
    public HistoryExport read(Class<? extends HistoryExport> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("History is not taken in", message);
    }

    @Override
    public void write(HistoryExport export, @Nullable MediaType media, HttpOutputMessage message) throws IOException {
        message.getHeaders().setContentType(media);
        var out = message.getBody();
        try {
            if (media != null && media.getSubtype().equals("csv")) {
                csv(export, out);
            } else if (media != null && media.equalsTypeAndSubtype(MediaType.parseMediaType(XLSX))) {
                xlsx(export, out);
            } else {
                lines(export, out);
            }
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void io(Step step) {
        try {
            step.run();
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    private void lines(HistoryExport export, OutputStream out) throws IOException {
        var text = text(out);
        export.each(event ->
                io(() -> text.append(json.writeValueAsString(line(event))).append('\n')));
        text.flush();
    }

    private EventLine line(StoredEvent event) {
        return EventLine.of(HistorySummary.recorded(event), salts.apply(event.position()));
    }

    private String salt(StoredEvent event) {
        return HexFormat.of().formatHex(salts.apply(event.position()));
    }

    private void csv(HistoryExport export, OutputStream out) throws IOException {
        var text = text(out);
        text.append('\uFEFF');
        // not closed, for the response is not this writer's to close
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(COLUMNS);
        export.each(event -> csv.writeRecord(
                Long.toString(event.position()),
                Cells.harmless(event.type()),
                Cells.harmless(event.revision()),
                Cells.harmless(event.aggregate()),
                Long.toString(event.sequence()),
                Cells.harmless(event.time()),
                Cells.harmless(event.data()),
                salt(event)));
        csv.flush();
        text.flush();
    }

    private void xlsx(HistoryExport export, OutputStream out) throws IOException {
        TimelessBook.write(out, book -> fill(book.newWorksheet("history"), export));
    }

    private void fill(Worksheet sheet, HistoryExport export) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            // content stands last, for it may need more than one cell
            sheet.value(0, column, COLUMNS.get(column < 6 ? column : 13 - column));
        }
        sheet.freezePane(0, 1);
        int[] row = {0};
        export.each(event -> io(() -> {
            int at = ++row[0];
            sheet.value(at, 0, event.position());
            sheet.value(at, 1, event.type());
            sheet.value(at, 2, event.revision());
            sheet.value(at, 3, event.aggregate());
            sheet.value(at, 4, event.sequence());
            sheet.value(at, 5, event.time());
            // in the sheet itself: what a book shares between cells stays in memory until its end
            sheet.inlineString(at, 6, salt(event));
            int column = 7;
            for (var piece : HistorySummary.recorded(event).pieces(LONGEST_CELL)) {
                sheet.inlineString(at, column++, piece);
            }
            if (at % FLUSH == 0) {
                sheet.flush();
            }
        }));
    }
}
