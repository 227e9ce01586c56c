package org.groeipuls.api.employee;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.roster.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out blind tickets. Knows who asks, and never what is said: nothing that ballots are made of is reached here. */
@RestController
@RequestMapping("/api/v1/pulses")
@PreAuthorize("hasRole('EMPLOYEE')")
class TicketResource {
    private final TicketOffice office;

    TicketResource(TicketOffice office) {
        this.office = office;
    }

    /** @param blindedMessages what is to be signed, per box that there is a ticket for */
    record TicketRequest(@NotNull @Valid BlindedMessages blindedMessages) {}

    /**
     * @param group the blinded message of the ticket for answers, 256 bytes in base64
     * @param text with an open question: that of the ticket for what is written
     */
    record BlindedMessages(byte @NotNull [] group, byte @Nullable [] text) {
        @Override
        public String toString() {
            return "BlindedMessages[not shown]";
        }
    }

    record IssuedTicket(BlindSignatures blindSignatures) {}

    /**
     * @param group the blind signature, 256 bytes in base64
     * @param text that of the second ticket, when it was asked for
     */
    record BlindSignatures(byte[] group, byte @Nullable [] text) {
        @Override
        public String toString() {
            return "BlindSignatures[not shown]";
        }
    }

    @PostMapping("/{pulse}/tickets")
    @Operation(
            summary = "Have your ticket signed blindly, once; safe to send again",
            description = "The roster, not the sender, says which group's key signs. The same message gets the same"
                    + " signature again; another one is refused.")
    ResponseEntity<IssuedTicket> issue(
            @PathVariable("pulse") PulseId pulse, @Valid @RequestBody TicketRequest request, Principal signedIn) {
        var messages = request.blindedMessages();
        var signed = office.issue(pulse, person(signedIn), new TicketOffice.PerBox(messages.group(), messages.text()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new IssuedTicket(new BlindSignatures(signed.group(), signed.text())));
    }

    /** Whoever is signed in; nobody has a name that the roster cannot hold. */
    static PersonId person(Principal signedIn) {
        var name = signedIn.getName();
        if (name.isBlank() || name.length() > PersonId.LONGEST) {
            throw new NotFound();
        }
        return new PersonId(name);
    }
}
