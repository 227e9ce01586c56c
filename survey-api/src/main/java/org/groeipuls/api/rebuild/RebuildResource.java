package org.groeipuls.api.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Making the views anew from history. */
@RestController
@RequestMapping("/api/v1/rebuilds")
@PreAuthorize("hasRole('OPERATOR')")
class RebuildResource {
    private final Rebuilds rebuilds;

    RebuildResource(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** The newest first. */
    record RebuildList(List<RebuildJob> rebuilds) {}

    @PostMapping
    @Operation(
            summary = "Have all views made anew from history, beside the live ones",
            description = "Goes on after a kill; the live views stay as they are until the new ones take their place.")
    ResponseEntity<RebuildJob> begin() {
        var job = rebuilds.begin();
        return ResponseEntity.accepted()
                .cacheControl(CacheControl.noStore())
                .location(URI.create("/api/v1/jobs/" + job.job()))
                .body(job);
    }

    @GetMapping
    @Operation(summary = "The rebuilds of the last thirty days, the newest first")
    ResponseEntity<RebuildList> all() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new RebuildList(rebuilds.all()));
    }
}
