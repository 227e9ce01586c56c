package org.groeipuls.api.direction;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.groeipuls.api.followup.BundleDesk;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.Decision;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the direction says to bundles of development points; everybody may read it. */
@RestController
@RequestMapping("/api/v1/development-points/bundles")
class AnswerResource {
    private final BundleDesk desk;

    AnswerResource(BundleDesk desk) {
        this.desk = desk;
    }

    /** @param because why, without names; up to 300 characters */
    record AnswerRequest(
            @NotNull Decision decision, @NotBlank String because) {}

    /** Bundles in the order of their ids. */
    record BundleList(List<ToldBundle> bundles) {}

    /** Says whether something is overdue, which changes without any event: never kept by a browser. */
    @GetMapping
    @PreAuthorize("hasAnyRole('EMPLOYEE', 'LEAD', 'HR', 'ANALYST', 'WORKS_COUNCIL', 'DIRECTION')")
    @Operation(summary = "Bundles with the direction's answers, or until when it answers; points for HR and direction")
    ResponseEntity<BundleList> all(Authentication who) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new BundleList(desk.all(who)));
    }

    @PutMapping("/{id}/answer")
    @PreAuthorize("hasRole('DIRECTION')")
    @Operation(summary = "Answer a bundle: we do, or we do not, because")
    ToldBundle answer(@PathVariable("id") BundleId id, @Valid @RequestBody AnswerRequest request, Authentication who) {
        desk.answer(id, request.decision(), request.because());
        return desk.find(id, who);
    }

    @DeleteMapping("/{id}/wording")
    @PreAuthorize("hasAnyRole('HR', 'DIRECTION')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erase theme and answer of a bundle; it stays, and its texts read [removed]")
    void removeWords(@PathVariable("id") BundleId id) {
        desk.removeWords(id);
    }
}
