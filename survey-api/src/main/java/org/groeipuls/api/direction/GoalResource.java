package org.groeipuls.api.direction;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.groeipuls.api.followup.GoalDesk;
import org.groeipuls.api.followup.GoalDesk.Said;
import org.groeipuls.api.followup.GoalDesk.ToldGoal;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.GoalId;
import org.groeipuls.development.Wanted;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Goals of the organisation, each with what can be said of its unit: words, no number, no ranking, no group. */
@RestController
@RequestMapping("/api/v1/organisation/goals")
class GoalResource {
    private final GoalDesk desk;

    GoalResource(GoalDesk desk) {
        this.desk = desk;
    }

    /**
     * @param name without names of people; up to 200 characters
     * @param construct key of a construct
     * @param unit absent for the whole organisation
     * @param wanted rise, hold or fall; or else a level
     * @param level 1 to 5, whole or half; or else wanted
     * @param from the day from which change counts
     * @param by the day by which it is wanted
     * @param bundle of which development points it came, if it did
     */
    record GoalRequest(
            @NotBlank String name,
            @NotNull String construct,
            @Nullable UnitId unit,
            @Nullable Wanted wanted,
            @Nullable Double level,
            @NotNull LocalDate from,
            @NotNull LocalDate by,
            @Nullable BundleId bundle) {
        Said said() {
            return new Said(name, construct, unit, wanted, level, from, by, bundle);
        }
    }

    /** Goals in the order of their ids. */
    record GoalList(List<ToldGoal> goals) {}

    @ReadableAsOf
    @GetMapping
    @PreAuthorize("hasAnyRole('EMPLOYEE', 'LEAD', 'HR', 'ANALYST', 'WORKS_COUNCIL', 'DIRECTION')")
    @Operation(
            summary = "Goals with the trend of their unit held against them",
            description = "In words: risen, fallen, about the same, cannot tell yet. Of units of at least three groups"
                    + " and three leads; about leaders only on which side of the middle a lowest unit is.")
    GoalList all() {
        return new GoalList(desk.all());
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAnyRole('HR', 'DIRECTION')")
    @Operation(summary = "Set a goal; other content for the same id changes it")
    ResponseEntity<ToldGoal> put(@PathVariable("id") GoalId id, @Valid @RequestBody GoalRequest request) {
        boolean isNew = desk.set(id, request.said());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(desk.find(id));
    }

    @DeleteMapping("/{id}/wording")
    @PreAuthorize("hasAnyRole('HR', 'DIRECTION')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erase the name of a goal; it stays, and its name reads [removed]")
    void removeWords(@PathVariable("id") GoalId id) {
        desk.removeWords(id);
    }
}
