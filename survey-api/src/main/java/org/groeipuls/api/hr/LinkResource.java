package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.ballot.BallotCommand.IssueLinks;
import org.groeipuls.ballot.BallotCommand.IssueTextCodes;
import org.groeipuls.ballot.BallotCommand.IssuedLinks;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one-time codes of link mode: given once, kept only as hashes. */
@RestController
@RequestMapping("/api/v1/pulses")
class LinkResource {
    private final CommandGateway ballots;
    private final PulseAgenda agenda;
    private final InstantSource clock;

    LinkResource(@Qualifier("ballotCommands") CommandGateway ballots, PulseAgenda agenda, InstantSource clock) {
        this.ballots = ballots;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Whose codes. */
    record LinkRequest(@NotNull GroupId group) {}

    /**
     * @param codes one for each person who may answer, in no order that means anything
     * @param textCodes with an open question the second code of each link, at the same place: it opens the text box
     */
    record Links(
            PulseId pulse,
            GroupId group,
            List<String> codes,
            @Nullable List<String> textCodes) {
        @Override
        public String toString() {
            return "Links[" + codes.size() + " codes, not shown]";
        }
    }

    @PostMapping("/{pulse}/links")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "Make the one-time codes of a group, to be printed or mailed; shown once")
    ResponseEntity<Links> issue(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody LinkRequest request) {
        var issued = agenda.find(pulse).orElseThrow(NotFound::new).issued();
        if (clock.instant().isBefore(issued.dates().ticketsFrom())) {
            throw new LinksTooEarly(pulse, issued.dates().ticketsFrom());
        }
        IssuedLinks links = ballots.sendAndWait(
                new IssueLinks(pulse.value(), request.group().value()));
        var texts = Optional.ofNullable(issued.openText())
                .flatMap(open -> open.unitOf(request.group()))
                .map(unit ->
                        textCodes(pulse, unit, request.group(), links.codes().size()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Links(pulse, request.group(), links.codes(), texts.orElse(null)));
    }

    private List<String> textCodes(PulseId pulse, TextUnit unit, GroupId group, int people) {
        IssuedLinks codes = ballots.sendAndWait(
                new IssueTextCodes(TextBox.of(pulse.value()), unit.unit().value(), group.value(), people));
        return codes.codes();
    }

    /** Codes are made from the instant on that was announced. */
    static final class LinksTooEarly extends Refusal {
        private static final long serialVersionUID = 1;

        LinksTooEarly(PulseId pulse, java.time.Instant from) {
            super(Kind.CONFLICT, "links-too-early", "Links of pulse " + pulse.value() + " can be made from " + from);
        }
    }
}
