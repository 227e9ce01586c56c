package org.groeipuls.api.employee;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.groeipuls.api.followup.ActionDesk;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.followup.BundleDesk;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.api.followup.PointDesk;
import org.groeipuls.api.followup.PointDesk.OwnPoint;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened with the answers of whoever asks and their colleagues. */
@RestController
@PreAuthorize("hasRole('EMPLOYEE')")
class HappenedResource {
    private final ActionDesk actions;
    private final PointDesk points;
    private final BundleDesk bundles;

    HappenedResource(ActionDesk actions, PointDesk points, BundleDesk bundles) {
        this.actions = actions;
        this.points = points;
        this.bundles = bundles;
    }

    /**
     * @param actions what your team agreed
     * @param points what your group sent up
     * @param answers what the direction answered, to whichever group
     */
    record Happened(List<ToldAction> actions, List<OwnPoint> points, List<ToldBundle> answers) {}

    @GetMapping("/api/v1/inbox/happened")
    @Operation(summary = "What your team agreed, what your group sent up, and what the direction answered")
    ResponseEntity<Happened> read(Authentication who) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Happened(actions.ofMember(who), points.ofMember(who), bundles.answered()));
    }
}
