package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import org.groeipuls.api.hr.UnitTexts.Texts;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.team.UnitId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people wrote in the name of a unit, without group, day or order. */
@RestController
@RequestMapping("/api/v1/units")
@PreAuthorize("hasAnyRole('HR', 'ANALYST')")
class TextResource {
    private final UnitTexts texts;

    TextResource(UnitTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/{unit}/texts")
    @Operation(
            summary = "What people wrote in the name of a unit, as long as it may be read",
            description = "From 10 respondents and 5 texts per pulse on. No group, no day, no order.")
    ResponseEntity<Texts> read(@PathVariable("unit") UnitId unit) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(texts.read(unit).orElseThrow(NotFound::new));
    }
}
