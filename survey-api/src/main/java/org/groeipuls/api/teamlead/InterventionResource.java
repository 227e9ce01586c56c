package org.groeipuls.api.teamlead;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.KnownIntervention;
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

/** What was done in teams so that people learn. Saying the same twice changes nothing. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyRole('LEAD', 'HR')")
class InterventionResource {
    private final InterventionDesk desk;
    private final InterventionRegister register;

    InterventionResource(InterventionDesk desk, InterventionRegister register) {
        this.desk = desk;
        this.register = register;
    }

    /**
     * @param startedOn the first day; at most 92 days ahead
     * @param endedOn the last day; absent while it goes on
     * @param sessions how many times people came together, 1 to 500
     * @param teams whose people learned; the team of the address is one of them
     */
    record InterventionRequest(
            @NotNull LearningForm form,
            @NotNull LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable Integer sessions,
            @NotNull LeaderRole leaderRole,
            @NotNull @Size(min = 1, max = 100) List<@NotNull TeamId> teams) {
        Particulars particulars() {
            return new Particulars(form, startedOn, endedOn, sessions, leaderRole, new TreeSet<>(teams));
        }
    }

    /** An intervention as it is known now. */
    record InterventionView(
            InterventionId id,
            LearningForm form,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable Integer sessions,
            LeaderRole leaderRole,
            SortedSet<TeamId> teams) {
        static InterventionView of(KnownIntervention known) {
            var what = known.particulars();
            return new InterventionView(
                    known.id(),
                    what.form(),
                    what.startedOn(),
                    what.endedOn(),
                    what.sessions(),
                    what.leaderRole(),
                    what.teams());
        }
    }

    /** Interventions in the order in which they started. */
    record InterventionList(List<InterventionView> interventions) {
        static InterventionList of(List<KnownIntervention> known) {
            return new InterventionList(known.stream().map(InterventionView::of).toList());
        }
    }

    @PutMapping("/teams/{team}/interventions/{id}")
    @Operation(summary = "Record an intervention; other content for the same id corrects it, or ends it")
    ResponseEntity<InterventionView> put(
            @PathVariable("team") TeamId team,
            @PathVariable("id") InterventionId id,
            @Valid @RequestBody InterventionRequest request,
            Authentication who) {
        boolean isNew = desk.record(team, id, request.particulars(), who);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(InterventionView.of(desk.find(team, id, who)));
    }

    @ReadableAsOf
    @GetMapping("/teams/{team}/interventions/{id}")
    @Operation(summary = "One intervention of a team")
    InterventionView one(@PathVariable("team") TeamId team, @PathVariable("id") InterventionId id, Authentication who) {
        return InterventionView.of(desk.find(team, id, who));
    }

    @DeleteMapping("/teams/{team}/interventions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw an intervention that was recorded by mistake")
    void withdraw(@PathVariable("team") TeamId team, @PathVariable("id") InterventionId id, Authentication who) {
        desk.withdraw(team, id, who);
    }

    @ReadableAsOf
    @GetMapping("/teams/{team}/interventions")
    @Operation(summary = "What was done in a team, in the order in which it started")
    InterventionList ofTeam(@PathVariable("team") TeamId team, Authentication who) {
        return InterventionList.of(desk.of(team, who));
    }

    @ReadableAsOf
    @GetMapping("/organisation/interventions")
    @PreAuthorize("hasAnyRole('ANALYST', 'HR')")
    @Operation(summary = "What was done in all teams, in the order in which it started")
    InterventionList all() {
        return InterventionList.of(register.all());
    }
}
