package org.groeipuls.api.employee;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.security.Principal;
import org.groeipuls.api.employee.TicketResource.IssuedTicket;
import org.groeipuls.api.employee.TicketResource.TicketRequest;
import org.groeipuls.pulse.PulseId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same as {@link TicketResource} for the inbox page: there somebody is signed in by a session and the request has to
 * bring the page's token along, while the API takes bearer tokens only.
 */
@Hidden
@RestController
class InboxTicketResource {
    private final TicketResource tickets;

    InboxTicketResource(TicketResource tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/inbox/{pulse}/tickets")
    ResponseEntity<IssuedTicket> issue(
            @PathVariable("pulse") PulseId pulse, @Valid @RequestBody TicketRequest request, Principal signedIn) {
        return tickets.issue(pulse, request, signedIn);
    }
}
