package org.groeipuls.api.employee;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.groeipuls.api.employee.TicketOffice.Waiting;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for whoever asks. Never says whether they fetched their ticket, and records nothing. */
@RestController
@RequestMapping("/api/v1/inbox")
@PreAuthorize("hasRole('EMPLOYEE')")
class InboxResource {
    private final TicketOffice office;

    InboxResource(TicketOffice office) {
        this.office = office;
    }

    record Inbox(List<Waiting> pulses) {}

    @GetMapping
    @Operation(summary = "The pulses that ask you and have not ended")
    ResponseEntity<Inbox> read(Principal signedIn) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Inbox(office.waiting(TicketResource.person(signedIn))));
    }
}
