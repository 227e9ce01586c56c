package org.groeipuls.api.teamlead;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.groeipuls.action.ActionId;
import org.groeipuls.action.ActionState;
import org.groeipuls.action.Owner;
import org.groeipuls.api.followup.ActionDesk;
import org.groeipuls.api.followup.ActionDesk.Said;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
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

/** What teams agreed after a pulse, and what came of it. Saying the same twice changes nothing. */
@RestController
@RequestMapping("/api/v1/teams/{team}/actions")
class ActionResource {
    private final ActionDesk desk;

    ActionResource(ActionDesk desk) {
        this.desk = desk;
    }

    /**
     * @param pulse a counted pulse that asked the team
     * @param text one or two sentences, without names; up to 300 characters
     * @param owner a role, never a name
     * @param due at most 366 days ahead
     * @param outcome what came of it, or why it was dropped; there exactly when state is done or dropped
     */
    record ActionRequest(
            @NotNull PulseId pulse,
            @NotBlank String text,
            @NotNull Owner owner,
            @NotNull LocalDate due,
            @NotNull ActionState state,
            @Nullable String outcome) {
        Said said() {
            return new Said(pulse, text, owner, due, state, outcome);
        }
    }

    /** Actions in the order in which they are due. */
    record ActionList(List<ToldAction> actions) {}

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('LEAD')")
    @Operation(summary = "Record what was agreed; other content for the same id corrects, concludes or reopens it")
    ResponseEntity<ToldAction> put(
            @PathVariable("team") TeamId team,
            @PathVariable("id") ActionId id,
            @Valid @RequestBody ActionRequest request,
            Authentication who) {
        boolean isNew = desk.record(team, id, request.said(), who);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(desk.find(team, id, who));
    }

    @ReadableAsOf
    @GetMapping
    @PreAuthorize("hasAnyRole('LEAD', 'EMPLOYEE')")
    @Operation(summary = "What a team agreed, for its lead and its people, in the order in which it is due")
    ActionList ofTeam(@PathVariable("team") TeamId team, Authentication who) {
        return new ActionList(desk.of(team, who));
    }

    @ReadableAsOf
    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('LEAD', 'EMPLOYEE')")
    @Operation(summary = "One action of a team")
    ToldAction one(@PathVariable("team") TeamId team, @PathVariable("id") ActionId id, Authentication who) {
        return desk.find(team, id, who);
    }

    @DeleteMapping("/{id}/wording")
    @PreAuthorize("hasAnyRole('LEAD', 'HR')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erase the texts of an action; it stays, and its texts read [removed]")
    void removeWords(@PathVariable("team") TeamId team, @PathVariable("id") ActionId id, Authentication who) {
        desk.removeWords(team, id, who);
    }
}
