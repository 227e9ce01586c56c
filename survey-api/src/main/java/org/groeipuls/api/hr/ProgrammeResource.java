package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.api.operator.ComingPulses;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.calendar.KnownProgramme;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.instrument.Form.Audience;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.programme.Cadence;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.ProgrammeCommand.DefineProgramme;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.programme.ProgrammeNotDefinable;
import org.springframework.beans.factory.annotation.Value;
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
    private static final int YEARS_AHEAD = 10;

    private final Programmes programmes;
    private final Outlook outlook;
    private final Timetable timetable;
    private final CalendarFile calendar;
    private final IssuingDesk desk;
    private final Commands commands;
    private final ComingPulses coming;
    private final Clockwork clockwork;
    private final InstantSource clock;
    private final boolean demonstration;

    ProgrammeResource(
            Programmes programmes,
            Outlook outlook,
            Timetable timetable,
            CalendarFile calendar,
            IssuingDesk desk,
            Commands commands,
            ComingPulses coming,
            Clockwork clockwork,
            InstantSource clock,
            @Value("${groeipuls.demonstration:false}") boolean demonstration) {
        this.programmes = programmes;
        this.outlook = outlook;
        this.timetable = timetable;
        this.calendar = calendar;
        this.desk = desk;
        this.commands = commands;
        this.coming = coming;
        this.clockwork = clockwork;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** A page of programmes; there is no next one, an organisation has a few. */
    record ProgrammeList(List<ProgrammeView> programmes) {}

    @GetMapping
    @Operation(summary = "All programmes with what became and what comes of them")
    ResponseEntity<ProgrammeList> all(Locale language) {
        return inALanguage(new ProgrammeList(
                programmes.all().stream().map(known -> view(known, language)).toList()));
    }

    @GetMapping("/{programme}")
    @Operation(summary = "A programme: what was agreed, what became of each day, and what comes in twelve months")
    ResponseEntity<ProgrammeView> read(@PathVariable("programme") ProgrammeId programme, Locale language) {
        return inALanguage(view(known(programme), language));
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
        coming.issueDue(); // what is due by what was agreed so far
        boolean isNew = programmes.find(programme).isEmpty();
        var instrument = desk.instrument(request.instrument());
        var definition = request.definition(instrument);
        formsExist(definition, instrument);
        commands.send(new DefineProgramme(
                programme, definition, daysOf(definition.cadence()), demonstration, clock.instant()));
        clockwork.tick();
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(view(known(programme), language));
    }

    private static void formsExist(Definition definition, Instrument instrument) {
        Stream.concat(definition.cycle().stream(), Optional.ofNullable(definition.yearly()).stream())
                .filter(name -> instrument.forms().stream()
                        .noneMatch(form -> form.name().equals(name) && form.audience() == Audience.GROUP))
                .findFirst()
                .ifPresent(name -> {
                    throw new ProgrammeNotDefinable(
                            "form-unknown", "Instrument " + instrument.key() + " has no form " + name + " for groups");
                });
    }

    private List<LocalDate> daysOf(Cadence cadence) {
        return outlook.days(cadence, cadence.startsOn().plusYears(YEARS_AHEAD));
    }

    @GetMapping(path = "/{programme}/calendar.ics", produces = "text/calendar;charset=UTF-8")
    @Operation(summary = "The programme as a calendar file (RFC 5545): codes, opening, close and results")
    ResponseEntity<String> calendar(@PathVariable("programme") ProgrammeId programme, Locale language) {
        var known = known(programme);
        var file = ContentDisposition.attachment()
                .filename(programme.value() + ".ics")
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(calendar.of(known, timetable.of(known, language), language));
    }

    private KnownProgramme known(ProgrammeId programme) {
        return programmes.find(programme).orElseThrow(NotFound::new);
    }

    /** What is said in a language must not be kept for a reader of another one. */
    private static <T> ResponseEntity<T> inALanguage(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private ProgrammeView view(KnownProgramme known, Locale language) {
        var definition = known.definition();
        var heldUp = known.heldUp();
        var words = heldUp == null ? null : timetable.words(heldUp.reason(), language);
        return new ProgrammeView(
                known.id(),
                definition.ended() ? ProgrammeRequest.Stage.ENDED : ProgrammeRequest.Stage.ACTIVE,
                definition.name(),
                definition.instrument(),
                definition.cadence(),
                definition.cycle(),
                definition.yearly(),
                definition.groups(),
                definition.leads(),
                definition.rules(),
                definition.openText(),
                definition.textRetentionDays(),
                definition.agreement(),
                definition.mailing(),
                heldUp == null || words == null || definition.ended()
                        ? null
                        : new ProgrammeView.Waiting(heldUp.day(), words.code(), words.detail()),
                timetable.of(known, language));
    }
}
