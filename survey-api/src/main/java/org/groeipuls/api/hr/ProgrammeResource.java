package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.groeipuls.programme.ProgrammeId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Series of pulses: define and change them, and read what became and what comes of them. */
@RestController
@RequestMapping("/api/v1/programmes")
@PreAuthorize("isAuthenticated()")
class ProgrammeResource {
    private final ProgrammeDesk desk;

    ProgrammeResource(ProgrammeDesk desk) {
        this.desk = desk;
    }

    /** A page of programmes; there is no next one, an organisation has a few. */
    record ProgrammeList(List<ProgrammeView> programmes) {}

    @GetMapping
    @Operation(summary = "All programmes with what became and what comes of them")
    ResponseEntity<ProgrammeList> all(Locale language) {
        return inALanguage(new ProgrammeList(desk.all(language)));
    }

    @GetMapping("/{programme}")
    @Operation(summary = "A programme: what was agreed, what became of each day, and what comes in twelve months")
    ResponseEntity<ProgrammeView> read(@PathVariable("programme") ProgrammeId programme, Locale language) {
        return inALanguage(desk.read(programme, language));
    }

    @PutMapping("/{programme}")
    @PreAuthorize("hasRole('HR')")
    @Operation(
            summary = "Define a programme, change it from its next pulse on, or end it",
            description = "Its pulses are issued by themselves. What was issued stays as it is.")
    ResponseEntity<ProgrammeView> put(
            @PathVariable("programme") ProgrammeId programme,
            @Valid @RequestBody ProgrammeRequest request,
            Locale language) {
        boolean isNew = desk.define(programme, request);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(desk.read(programme, language));
    }

    @GetMapping(path = "/{programme}/calendar.ics", produces = "text/calendar;charset=UTF-8")
    @Operation(summary = "The programme as a calendar file (RFC 5545): codes, opening, close and results")
    ResponseEntity<String> calendar(@PathVariable("programme") ProgrammeId programme, Locale language) {
        var file = ContentDisposition.attachment()
                .filename(programme.value() + ".ics")
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(desk.calendar(programme, language));
    }

    /** What is said in a language must not be kept for a reader of another one. */
    private static <T> ResponseEntity<T> inALanguage(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
