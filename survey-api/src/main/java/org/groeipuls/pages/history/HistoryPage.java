package org.groeipuls.pages.history;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.groeipuls.api.analyst.EventSchemas;
import org.groeipuls.api.analyst.HistoryExport;
import org.groeipuls.api.analyst.HistorySummary;
import org.groeipuls.api.analyst.Workbooks;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.HistoryStore.StoredEvent;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** History, event by event, in words and as it is stored; its numbers, and files to take along. */
@Controller
class HistoryPage {
    private static final String PATH = "/history";
    private static final int PAGE = 50;

    private final HistoryStore history;
    private final Workbooks workbooks;
    private final HistorySummary summary;
    private final EventSchemas schemas;
    private final LineNames names;
    private final Pages pages;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    HistoryPage(
            HistoryStore history,
            Workbooks workbooks,
            HistorySummary summary,
            EventSchemas schemas,
            LineNames names,
            Pages pages) {
        this.history = history;
        this.workbooks = workbooks;
        this.summary = summary;
        this.schemas = schemas;
        this.names = names;
        this.pages = pages;
    }

    /**
     * An event for a page.
     *
     * @param said what happened, in words
     * @param json its content
     */
    public record Told(long position, String type, String revision, String day, String said, String json) {}

    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "type", defaultValue = "") String type,
            @RequestParam(value = "after", defaultValue = "") String after,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        var words = pages.words(Language.of(request));
        var types = types();
        var asked = types.contains(type) ? type : "";
        long from = position(after);
        var constructs = names.constructs(words);
        var found = history.after(Math.max(0, from), PAGE + 1, asked.isEmpty() ? null : asked);
        boolean readable = from >= 0 && asked.equals(type);
        var content = new HashMap<String, Object>();
        content.put("types", types);
        content.put("type", asked);
        content.put("after", from > 0 ? String.valueOf(from) : "");
        content.put("keep", kept("type", asked) + kept("after", from > 0 ? String.valueOf(from) : ""));
        content.put("readable", readable);
        content.put("head", history.head());
        content.put("workbook", workbooks.hold(asked.isEmpty() ? null : asked));
        content.put(
                "events",
                found.stream()
                        .limit(PAGE)
                        .map(event -> told(event, words, constructs))
                        .toList());
        content.put("next", found.size() > PAGE ? found.get(PAGE - 1).position() : 0L);
        return pages.page(readable ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "history", PATH, words, content);
    }

    /** For the switch to the other language: what was understood, never what was typed. */
    static String kept(String name, String understood) {
        return understood.isEmpty() ? "" : "&" + name + "=" + understood;
    }

    /** 0 for the beginning; less when it is no position. */
    private static long position(String typed) {
        try {
            return typed.isBlank() ? 0 : Long.parseLong(typed.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private List<String> types() {
        return schemas.all().stream().map(EventSchemas.Listed::type).distinct().toList();
    }

    private Told told(StoredEvent event, Words words, UnaryOperator<String> constructs) {
        var content = json.readTree(event.data());
        var day = LocalDate.ofInstant(Instant.parse(event.time()), ZoneOffset.UTC);
        return new Told(
                event.position(),
                event.type(),
                event.revision(),
                words.shortDate(day),
                EventWords.of(event.type(), content, words, constructs),
                json.writeValueAsString(content));
    }

    /** @param through computes the checksum, for which all of history up to here is read; without it events are only counted */
    @GetMapping(PATH + "/summary")
    ResponseEntity<String> summary(
            @RequestParam(value = "through", defaultValue = "") String through,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        long head = history.head();
        long position = through.isBlank() ? head : position(through);
        boolean readable = position >= 0 && position <= head;
        boolean whole = readable && !through.isBlank();
        var content = new HashMap<String, Object>();
        content.put("through", whole ? String.valueOf(position) : "");
        content.put("keep", kept("through", whole ? String.valueOf(position) : ""));
        content.put("head", head);
        content.put("readable", readable);
        content.put("summary", whole ? summary.through(position) : summary.counted(head));
        return pages.page(
                readable ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                "history-summary",
                PATH + "/summary",
                pages.words(Language.of(request)),
                content);
    }

    @PreAuthorize("hasRole('ANALYST')")
    @GetMapping(value = PATH + "/events.ndjson", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<HistoryExport> lines(@RequestParam(value = "type", defaultValue = "") String type) {
        return file("history.ndjson", export(type));
    }

    @PreAuthorize("hasRole('ANALYST')")
    @GetMapping(value = PATH + "/events.csv", produces = "text/csv")
    ResponseEntity<HistoryExport> csv(@RequestParam(value = "type", defaultValue = "") String type) {
        return file("history.csv", export(type));
    }

    @PreAuthorize("hasRole('ANALYST')")
    @GetMapping(
            value = PATH + "/events.xlsx",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    ResponseEntity<HistoryExport> workbook(@RequestParam(value = "type", defaultValue = "") String type) {
        var known = known(type);
        return workbooks.hold(known)
                ? file("history.xlsx", workbooks.all(0, known))
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(PATH + "?type=" + type + "#no-workbook"))
                        .build();
    }

    private HistoryExport export(String type) {
        return new HistoryExport(history, 0, history.head(), Integer.MAX_VALUE, known(type));
    }

    /** Null for any. */
    private @Nullable String known(String type) {
        if (!type.isEmpty() && !types().contains(type)) {
            throw new NotFound();
        }
        return type.isEmpty() ? null : type;
    }

    private static ResponseEntity<HistoryExport> file(String name, HistoryExport export) {
        return ReplayPage.file(name).body(export);
    }

    @PreAuthorize("hasRole('ANALYST')")
    @GetMapping(value = PATH + "/schemas/{type}/{revision}", produces = EventSchemas.MEDIA_TYPE)
    ResponseEntity<JsonNode> schema(@PathVariable("type") String type, @PathVariable("revision") String revision) {
        return ResponseEntity.ok(schemas.find(type, revision).orElseThrow(NotFound::new));
    }
}
