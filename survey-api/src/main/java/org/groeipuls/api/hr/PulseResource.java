package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.pulse.PulseCommand.ExtendPulse;
import org.groeipuls.pulse.PulseId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pulses: issue, extend once, cancel, and read what was frozen. Nothing live about an open pulse is ever here. */
@RestController
@RequestMapping("/api/v1/pulses")
class PulseResource {
    private final Commands commands;
    private final Clockwork clockwork;
    private final PulseAgenda agenda;
    private final IssuingDesk desk;
    private final InstantSource clock;

    PulseResource(Commands commands, Clockwork clockwork, PulseAgenda agenda, IssuingDesk desk, InstantSource clock) {
        this.commands = commands;
        this.clockwork = clockwork;
        this.agenda = agenda;
        this.desk = desk;
        this.clock = clock;
    }

    @PutMapping("/{pulse}")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "Issue a pulse and freeze everything people are promised")
    ResponseEntity<PulseView> issue(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody PulseRequest request) {
        boolean issued = desk.issue(pulse, request);
        clockwork.hurry();
        return ResponseEntity.status(issued ? HttpStatus.CREATED : HttpStatus.OK)
                .body(read(pulse));
    }

    /** @param reason why; everyone who was asked reads it */
    record Cancellation(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/{pulse}/cancel")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "End a pulse without a count; its ballots are destroyed unread")
    PulseView cancel(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody Cancellation cancellation) {
        read(pulse);
        clockwork.cancel(pulse, cancellation.reason());
        return read(pulse);
    }

    /** @param closesAt the later end */
    record Extension(@NotNull Instant closesAt) {}

    @PostMapping("/{pulse}/extend")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "Move the end of a pulse once, for everybody")
    PulseView extend(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody Extension extension) {
        read(pulse);
        commands.send(new ExtendPulse(pulse, extension.closesAt(), clock.instant()));
        clockwork.hurry();
        return read(pulse);
    }

    /** A page of pulses; there is no next one, an organisation has a few dozen. */
    record Pulses(List<PulseView> pulses) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "All pulses in the order in which they open")
    Pulses all() {
        return new Pulses(agenda.all().stream().map(PulseView::brief).toList());
    }

    @GetMapping("/{pulse}")
    @Operation(summary = "State and frozen rules of a pulse; after the count its transcript and inclusion list")
    PulseView read(@PathVariable("pulse") PulseId pulse) {
        return agenda.find(pulse).map(PulseView::of).orElseThrow(NotFound::new);
    }

    @GetMapping("/{pulse}/keys")
    @Operation(summary = "The public keys that ballots of a pulse are sealed with")
    PulseView.Keys keys(@PathVariable("pulse") PulseId pulse) {
        return agenda.find(pulse)
                .map(known -> new PulseView.Keys(
                        pulse, known.issued().keys(), known.issued().openText()))
                .orElseThrow(NotFound::new);
    }
}
