package org.groeipuls.api.operator;

import io.swagger.v3.oas.annotations.Operation;
import org.groeipuls.api.operator.OperatorDesk.Condition;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How it is with the server. */
@RestController
@RequestMapping("/api/v1/operator")
@PreAuthorize("hasRole('OPERATOR')")
class OperatorResource {
    private final OperatorDesk desk;

    OperatorResource(OperatorDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/health")
    @Operation(
            summary = "Components, what reads history and how far, what could not be delivered, jobs and folders",
            description = "Nothing of ballots, and no sizes from which their number could be taken.")
    ResponseEntity<Condition> health() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.read());
    }
}
