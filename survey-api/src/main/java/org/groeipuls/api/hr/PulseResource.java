package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.CouncilKeyDiffers;
import org.groeipuls.anonymity.PulseKeys;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.CouncilKeys;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.pulse.PulseAlreadyIssued;
import org.groeipuls.pulse.PulseCommand.ExtendPulse;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseNotIssuable;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.beans.factory.annotation.Value;
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
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final PulseKeys keys;
    private final Inviting inviting;
    private final Reorganisations reorganisations;
    private final TeamLeads leads;
    private final CouncilKeys councilKeys;
    private final InstantSource clock;
    private final boolean demonstration;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    PulseResource(
            Commands commands,
            Clockwork clockwork,
            PulseAgenda agenda,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            PulseKeys keys,
            People people,
            Invitations invitations,
            Reorganisations reorganisations,
            TeamLeads leads,
            CouncilKeys councilKeys,
            InstantSource clock,
            @Value("${groeipuls.demonstration:false}") boolean demonstration) {
        this.commands = commands;
        this.clockwork = clockwork;
        this.agenda = agenda;
        this.organisation = organisation;
        this.shelf = shelf;
        this.keys = keys;
        this.inviting = new Inviting(people, invitations, commands);
        this.reorganisations = reorganisations;
        this.leads = leads;
        this.councilKeys = councilKeys;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    @PutMapping("/{pulse}")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "Issue a pulse and freeze everything people are promised")
    ResponseEntity<PulseView> issue(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody PulseRequest request) {
        var instrument = shelf.find(request.instrument())
                .orElseThrow(() ->
                        new PulseNotIssuable("instrument-unknown", "There is no instrument " + request.instrument()));
        boolean issued = issue(pulse, request, instrument);
        clockwork.tick();
        return ResponseEntity.status(issued ? HttpStatus.CREATED : HttpStatus.OK)
                .body(read(pulse));
    }

    /** One at a time, because whoever is refused throws away keys and invitations that another one may just have been granted. */
    private boolean issue(PulseId pulse, PulseRequest request, Instrument instrument) {
        oneAtATime.lock();
        try {
            var known = agenda.find(pulse);
            var organised = organisation.read();
            var headcount = inviting.headcount(request.rules().tickets(), organised, known);
            var origins = new Origins(agenda, pulse, organised, reorganisations.descents(), leads);
            var issuing = new Issuing(pulse, request, organised, instrument, agenda, headcount, origins);
            try {
                var roster = inviting.freeze(pulse, issuing.groups(), headcount);
                var council = councilKey(pulse, request);
                var established = keys.establish(pulse.value(), issuing.needed(council));
                var forTexts = issuing.neededForTexts(council)
                        .map(needed -> keys.establish(TextBox.of(pulse.value()), needed));
                var issued =
                        commands.send(issuing.order(established, forTexts, roster, demonstration, clock.instant()));
                leads.remember(issuing.teams());
                return issued;
            } catch (Refusal e) {
                if (known.isEmpty() && !(e instanceof PulseAlreadyIssued || e instanceof CouncilKeyDiffers)) {
                    inviting.takeBack(pulse);
                    keys.destroy(pulse.value());
                    keys.destroy(TextBox.of(pulse.value()));
                }
                throw e;
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<byte[]> councilKey(PulseId pulse, PulseRequest request) {
        if (request.rules().layers() != 2) {
            return Optional.empty();
        }
        return Optional.of(councilKeys
                .find(pulse)
                .orElseThrow(() -> new PulseNotIssuable(
                        "council-key-missing",
                        "With two layers the works council makes a key for this pulse first and puts its public half at"
                                + " /api/v1/pulses/" + pulse.value() + "/council-key")));
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
        clockwork.tick();
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
