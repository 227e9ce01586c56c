package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.tree.EventLine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** History as it is stored: released figures and nothing finer. */
@RestController
@RequestMapping("/api/v1/history")
@PreAuthorize("hasRole('ANALYST')")
class HistoryResource {
    private static final int MOST = 10_000;

    private final HistoryStore history;
    private final Workbooks workbooks;
    private final HistorySummary summary;
    private final EventNames names;
    private final EventSchemas schemas;

    HistoryResource(
            HistoryStore history, Workbooks workbooks, HistorySummary summary, EventNames names, EventSchemas schemas) {
        this.history = history;
        this.workbooks = workbooks;
        this.summary = summary;
        this.names = names;
        this.schemas = schemas;
    }

    @GetMapping(
            path = "/events",
            produces = {MediaType.APPLICATION_NDJSON_VALUE, HistoryFormat.CSV})
    @Operation(
            summary =
                    "Events after a position as CloudEvents, one a line; go on from the last line's position. As CSV the"
                            + " content is JSON in a column")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(implementation = EventLine.class)),
                @Content(mediaType = HistoryFormat.CSV, schema = @Schema(type = "string"))
            })
    HistoryExport events(
            @RequestParam(value = "after", defaultValue = "0") long after,
            @RequestParam(value = "limit", defaultValue = "1000") int limit,
            @RequestParam(value = "type", required = false) @Nullable String type) {
        return export(after, limit, MOST, type);
    }

    @GetMapping(path = "/events.xlsx", produces = HistoryFormat.XLSX)
    @Operation(
            summary = "The same as a workbook; content that is longer than a cell goes on in the cells behind",
            description =
                    "Without limit it is all that follows, and refused (422, workbook-too-small) where a workbook does"
                            + " not hold that; the refusal says after which positions to ask for it in parts.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = HistoryFormat.XLSX, schema = @Schema(type = "string", format = "binary")))
    HistoryExport workbook(
            @RequestParam(value = "after", defaultValue = "0") long after,
            @RequestParam(value = "limit", required = false) @Nullable Integer limit,
            @RequestParam(value = "type", required = false) @Nullable String type) {
        var part = export(after, limit == null ? 1 : limit, workbooks.room(), type);
        return limit == null ? workbooks.all(after, type) : part;
    }

    private HistoryExport export(long after, int limit, int most, @Nullable String type) {
        boolean known = type == null || names.known().keySet().stream().anyMatch(key -> key.startsWith(type + "/"));
        if (after < 0 || limit < 1 || limit > most || !known) {
            throw new ParameterNotAllowed();
        }
        return new HistoryExport(history, after, history.head(), limit, type);
    }

    @GetMapping("/summary")
    @Operation(summary = "How many events of which type there are up to a position, and one checksum over them")
    HistorySummary.Totals summary(@RequestParam(value = "through", required = false) @Nullable Long through) {
        long head = history.head();
        if (through != null && (through < 0 || through > head)) {
            throw new ParameterNotAllowed();
        }
        return summary.through(through == null ? head : through);
    }

    @GetMapping("/schemas")
    @Operation(summary = "All events that history may hold, with where their schemas are")
    List<EventSchemas.Listed> schemas() {
        return schemas.all();
    }

    @GetMapping(path = "/schemas/{type}/{revision}", produces = EventSchemas.MEDIA_TYPE)
    @Operation(summary = "What an event of a type and revision holds, as a JSON schema")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = EventSchemas.MEDIA_TYPE, schema = @Schema(type = "object")))
    JsonNode schema(@PathVariable("type") String type, @PathVariable("revision") String revision) {
        return schemas.find(type, revision).orElseThrow(NotFound::new);
    }
}
