package org.groeipuls.api.teamlead;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.groeipuls.api.followup.PointDesk;
import org.groeipuls.api.followup.PointDesk.OwnPoint;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.development.PointId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.TeamId;
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

/** What groups send up, each one sentence a counted pulse, by the hand of their lead. */
@RestController
@RequestMapping("/api/v1")
class PointResource {
    private final PointDesk desk;

    PointResource(PointDesk desk) {
        this.desk = desk;
    }

    /**
     * @param team on behalf of whose group
     * @param pulse a counted pulse that asked the team
     * @param text the sentence that the group agreed on, without names; up to 200 characters
     */
    record PointRequest(
            @NotNull TeamId team,
            @NotNull PulseId pulse,
            @NotBlank String text) {}

    /** What a group sent, in the order of the ids. */
    record PointList(List<OwnPoint> points) {}

    @PutMapping("/development-points/{id}")
    @PreAuthorize("hasRole('LEAD')")
    @Operation(
            summary = "Send up the one sentence that a group agreed on after a counted pulse",
            description = "The id is a random UUID. HR and direction see a unit of at least ten people and two groups,"
                    + " neither the group nor the pulse.")
    ResponseEntity<OwnPoint> put(
            @PathVariable("id") PointId id, @Valid @RequestBody PointRequest request, Authentication who) {
        boolean isNew = desk.send(id, request.team(), request.pulse(), request.text(), who);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(desk.of(request.team(), who).stream()
                        .filter(point -> point.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new));
    }

    @GetMapping("/teams/{team}/development-points")
    @PreAuthorize("hasAnyRole('LEAD', 'EMPLOYEE')")
    @Operation(summary = "What a team's group sent up, for its leads and its people")
    PointList ofTeam(@PathVariable("team") TeamId team, Authentication who) {
        return new PointList(desk.of(team, who));
    }

    @DeleteMapping("/development-points/{id}/wording")
    @PreAuthorize("hasAnyRole('LEAD', 'HR')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erase the sentence of a point; the point stays, and its sentence reads [removed]")
    void removeWords(@PathVariable("id") PointId id, Authentication who) {
        desk.removeWords(id, who);
    }
}
