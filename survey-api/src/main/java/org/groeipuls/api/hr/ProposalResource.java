package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which teams would go well together; HR decides. */
@RestController
@RequestMapping("/api/v1/groups")
@PreAuthorize("hasRole('HR')")
class ProposalResource {
    private final ProposalDesk desk;

    ProposalResource(ProposalDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/proposal")
    @Operation(summary = "Groups of at least eight, small teams combined: same lead first, then neighbours in the unit")
    ResponseEntity<ProposalDesk.Proposal> propose() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.propose());
    }
}
