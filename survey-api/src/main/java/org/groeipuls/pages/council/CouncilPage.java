package org.groeipuls.pages.council;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the works council can check: frozen rules, keys, transcripts, printed promises, the last attack report. */
@Controller
public final class CouncilPage {
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final AttackReport report;
    private final Pages pages;

    public CouncilPage(PulseAgenda agenda, InstrumentShelf shelf, AttackReport report, Pages pages) {
        this.agenda = agenda;
        this.shelf = shelf;
        this.report = report;
        this.pages = pages;
    }

    @GetMapping("/council")
    ResponseEntity<String> list(HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var content = new HashMap<String, Object>();
        content.put(
                "pulses",
                agenda.all().reversed().stream()
                        .map(known -> frozen(known, words))
                        .toList());
        content.put("report", report.writtenOn(words));
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(HttpStatus.OK, "council", "/council", words, content);
    }

    @GetMapping("/council/pulses/{pulse}")
    ResponseEntity<String> show(@PathVariable("pulse") String pulse, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        return find(pulse)
                .map(known ->
                        pages.page(HttpStatus.OK, "council-pulse", path, words, Map.of("pulse", frozen(known, words))))
                .orElseGet(() -> pages.notice(HttpStatus.NOT_FOUND, "unknown-pulse", path, words));
    }

    /** As a file to keep: it comes with its own looks, which pages here do not allow. */
    @GetMapping("/council/attack-report.html")
    ResponseEntity<Resource> attackReport() {
        return report.file()
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("attack-report.html")
                                        .build()
                                        .toString())
                        .body(file))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private FrozenPulse frozen(KnownPulse known, Words words) {
        return new FrozenPulse(known, shelf.find(known.issued().instrument()).orElseThrow(), words);
    }

    private Optional<KnownPulse> find(String pulse) {
        try {
            return agenda.find(new PulseId(pulse));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }
}
