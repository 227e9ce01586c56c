package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.groeipuls.api.mail.LinkDesk;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one-time codes of link mode: given once, kept only as hashes. */
@RestController
@RequestMapping("/api/v1/pulses")
class LinkResource {
    private final LinkDesk desk;

    LinkResource(LinkDesk desk) {
        this.desk = desk;
    }

    /** Whose codes. */
    record LinkRequest(@NotNull GroupId group) {}

    /**
     * @param codes one for each person who may answer, in no order that means anything
     * @param textCodes with an open question the second code of each link, at the same place: it opens the text box
     */
    record Links(
            PulseId pulse,
            GroupId group,
            List<String> codes,
            @Nullable List<String> textCodes) {
        @Override
        public String toString() {
            return "Links[" + codes.size() + " codes, not shown]";
        }
    }

    @PostMapping("/{pulse}/links")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "Make the one-time codes of a group, to be handed out; shown once")
    ResponseEntity<Links> issue(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody LinkRequest request) {
        var codes = desk.handOut(pulse, request.group());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Links(pulse, request.group(), codes.answers(), codes.text()));
    }
}
