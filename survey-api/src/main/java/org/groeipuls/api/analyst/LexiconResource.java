package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groeipuls.api.analyst.LexiconFigures.Half;
import org.groeipuls.api.analyst.LexiconFigures.LexiconView;
import org.groeipuls.api.analyst.LexiconFigures.Phrases;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.language.CodedTexts;
import org.groeipuls.language.Complaint;
import org.groeipuls.language.Lexicon;
import org.groeipuls.lexicon.LexiconId;
import org.groeipuls.lexicon.LexiconTooNarrow;
import org.groeipuls.talk.KnownLexicon;
import org.groeipuls.talk.LexiconTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Word lists about errors: versioned, never edited, and shown to nobody before they were tried on answers. */
@RestController
@RequestMapping("/api/v1/lexicons")
class LexiconResource {
    static final String TABBED = "text/tab-separated-values";

    private final LexiconDesk desk;
    private final LexiconTable table;

    LexiconResource(LexiconDesk desk, LexiconTable table) {
        this.desk = desk;
        this.table = table;
    }

    /** All lists in the order of their names. */
    record Lexicons(List<LexiconView> lexicons) {}

    /**
     * @param list a word list, tab-separated
     * @param labelled labelled texts, tab-separated, to try it on; they need not be real and nothing of them is kept
     */
    record CheckRequest(@NotNull String list, @Nullable String labelled) {}

    /**
     * @param faults what is wrong with the list, by line
     * @param labelFaults what is wrong with the labelled texts, by line
     * @param phrases absent where the list cannot be read
     * @param registrable whether the list would be taken, if its name and version are free
     * @param development how it does on the half of the texts that it may be tuned on
     * @param locked how it does on the other half; each look at it costs some of its worth
     */
    record Check(
            List<Complaint> faults,
            List<Complaint> labelFaults,
            @Nullable Phrases phrases,
            boolean registrable,
            @Nullable Half development,
            @Nullable Half locked) {}

    @ReadableAsOf
    @GetMapping
    @PreAuthorize("hasAnyRole('HR', 'ANALYST')")
    @Operation(summary = "The word lists, and which categories of them may be shown")
    Lexicons all() {
        return new Lexicons(table.all().stream().map(this::view).toList());
    }

    @ReadableAsOf
    @GetMapping(path = "/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('HR', 'ANALYST')")
    @Operation(summary = "A word list in short, with how it did when it was tried; with Accept " + TABBED + " the file")
    LexiconView read(@PathVariable("version") LexiconId version) {
        return view(desk.find(version));
    }

    @ReadableAsOf
    @GetMapping(path = "/{version}", produces = TABBED)
    @PreAuthorize("hasAnyRole('HR', 'ANALYST')")
    @Operation(summary = "A word list, whole")
    ResponseEntity<byte[]> file(@PathVariable("version") LexiconId version) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TABBED + ";charset=UTF-8")
                .body(desk.find(version).content().getBytes(StandardCharsets.UTF_8));
    }

    @PutMapping(path = "/{version}", consumes = TABBED)
    @PreAuthorize("hasRole('ANALYST')")
    @Operation(
            summary = "Register a word list under a name and version that are free",
            description =
                    "UTF-8, tab-separated columns kind, words, note. It needs 20 phrases for each category no two of"
                            + " which share a word. The same again changes nothing; other content is refused (409).")
    ResponseEntity<LexiconView> register(@PathVariable("version") LexiconId version, @RequestBody byte[] list) {
        boolean isNew = desk.register(version, list);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(read(version));
    }

    @PutMapping(path = "/{version}/validity", consumes = TABBED)
    @PreAuthorize("hasRole('ANALYST')")
    @Operation(
            summary = "Try a word list on labelled answers; only how often list, labels and coders agreed is kept",
            description =
                    "UTF-8, tab-separated columns id, lang, text, learn, blame, silence, and learn1, blame1, silence1,"
                            + " learn2, blame2, silence2 for what two coders had said before they settled; labels are 1 or 0. Only"
                            + " texts count that were released here and can still be read, and it takes 400 of them.")
    LexiconView attempt(@PathVariable("version") LexiconId version, @RequestBody byte[] labelled) {
        return view(desk.attempt(version, labelled));
    }

    @PostMapping("/checks")
    @PreAuthorize("hasRole('ANALYST')")
    @Operation(summary = "What is wrong with a word list, and how it does on labelled texts; nothing is kept")
    Check check(@Valid @RequestBody CheckRequest request) {
        List<Complaint> faults = new ArrayList<>();
        List<Complaint> labelFaults = new ArrayList<>();
        var list = LexiconDesk.readable(() -> Lexicon.parse("list", bytes(request.list())), faults);
        var gold = Optional.ofNullable(request.labelled())
                .flatMap(labels -> LexiconDesk.readable(
                        () -> CodedTexts.parse("labels", bytes(labels)).gold(), labelFaults));
        return new Check(
                faults,
                labelFaults,
                list.map(Phrases::of).orElse(null),
                list.filter(LexiconTooNarrow::passes).isPresent(),
                list.flatMap(one -> gold.map(texts -> Half.of(one, texts.development())))
                        .orElse(null),
                list.flatMap(one -> gold.map(texts -> Half.of(one, texts.locked())))
                        .orElse(null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LexiconView view(KnownLexicon known) {
        boolean inForce = table.inForce(known.language())
                .filter(one -> one.id().equals(known.id()))
                .isPresent();
        return LexiconView.of(known, inForce);
    }
}
