package org.groeipuls.api.analyst;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import java.io.StringWriter;
import java.util.List;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.HistoryStore.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** History as it is stored: released figures and nothing finer. */
@RestController
@RequestMapping("/api/v1/history/events")
@PreAuthorize("hasRole('ANALYST')")
class HistoryResource {
    private static final int MOST = 10_000;

    private final HistoryStore history;
    private final EventNames names;
    private final JsonMapper json;

    HistoryResource(HistoryStore history, EventNames names, JsonMapper json) {
        this.history = history;
        this.names = names;
        this.json = json;
    }

    /** One line of NDJSON. */
    record EventLine(
            long position, String type, String revision, String aggregate, long sequence, String time, JsonNode data) {}

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(summary = "Events after a position, one JSON object a line; go on from the last line's position")
    String lines(
            @RequestParam(value = "after", defaultValue = "0") long after,
            @RequestParam(value = "limit", defaultValue = "1000") int limit,
            @RequestParam(value = "type", required = false) @Nullable String type) {
        var lines = new StringBuilder();
        for (var event : read(after, limit, type)) {
            lines.append(json.writeValueAsString(new EventLine(
                            event.position(),
                            event.type(),
                            event.revision(),
                            event.aggregate(),
                            event.sequence(),
                            event.time(),
                            json.readTree(event.data()))))
                    .append('\n');
        }
        return lines.toString();
    }

    @GetMapping(produces = "text/csv")
    @Operation(summary = "The same as CSV, with the content as JSON in the last column")
    String csv(
            @RequestParam(value = "after", defaultValue = "0") long after,
            @RequestParam(value = "limit", defaultValue = "1000") int limit,
            @RequestParam(value = "type", required = false) @Nullable String type) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("position", "type", "revision", "aggregate", "sequence", "time", "data");
            for (var event : read(after, limit, type)) {
                csv.writeRecord(
                        Long.toString(event.position()),
                        event.type(),
                        event.revision(),
                        event.aggregate(),
                        Long.toString(event.sequence()),
                        event.time(),
                        event.data());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return "\uFEFF" + text;
    }

    private List<StoredEvent> read(long after, int limit, @Nullable String type) {
        boolean known = type == null || names.known().keySet().stream().anyMatch(key -> key.startsWith(type + "/"));
        if (after < 0 || limit < 1 || limit > MOST || !known) {
            throw new ParameterNotAllowed();
        }
        return history.after(after, limit, type);
    }
}
