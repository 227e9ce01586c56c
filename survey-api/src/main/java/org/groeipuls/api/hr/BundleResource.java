package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.api.followup.BundleDesk;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.api.followup.PointDesk;
import org.groeipuls.api.followup.PointDesk.ToldPoint;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.PointId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Development points as they arrive: with a unit, and without group, pulse or order; and bundles of them. */
@RestController
@RequestMapping("/api/v1/development-points")
class BundleResource {
    private final PointDesk points;
    private final BundleDesk bundles;

    BundleResource(PointDesk points, BundleDesk bundles) {
        this.points = points;
        this.bundles = bundles;
    }

    /** Points in the order of their random ids. */
    record PointList(List<ToldPoint> points) {}

    /**
     * @param theme what the points have in common, without names; up to 200 characters
     * @param points ids of points that stand in no other bundle
     */
    record BundleRequest(@NotBlank String theme, @NotNull List<@NotNull PointId> points) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('HR', 'DIRECTION')")
    @Operation(summary = "What groups sent up, by unit; neither group nor pulse nor order")
    PointList all() {
        return new PointList(points.all());
    }

    @PutMapping("/bundles/{id}")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "Put points together and before the direction, which answers within four weeks")
    ResponseEntity<ToldBundle> put(
            @PathVariable("id") BundleId id, @Valid @RequestBody BundleRequest request, Authentication who) {
        boolean isNew = bundles.bundle(id, request.theme(), new TreeSet<>(request.points()));
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(bundles.find(id, who));
    }
}
