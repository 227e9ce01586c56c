package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.organisation.Reorganisations.State;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.ReorganisationId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the organisation that trends go on across. Pulses that were issued keep the groups they were issued with. */
@RestController
@RequestMapping("/api/v1/organisation/changes")
@PreAuthorize("hasRole('HR')")
class ReorganisationResource {
    private final ReorganisationDesk desk;
    private final Reorganisations reorganisations;
    private final OrganisationTable organisation;

    ReorganisationResource(ReorganisationDesk desk, Reorganisations reorganisations, OrganisationTable organisation) {
        this.desk = desk;
        this.reorganisations = reorganisations;
        this.organisation = organisation;
    }

    /**
     * A change and what it brings with it.
     *
     * @param applied whether it holds or is put down; false when it was only tried
     * @param groups the groups that change with it
     * @param warnings what HR has to look at
     */
    record Changed(
            boolean applied,
            ReorganisationId id,
            State state,
            LocalDate effectiveOn,
            OrganisationChange change,
            List<Consequences.GroupChange> groups,
            List<Warning> warnings) {}

    /** @param team which team it is about */
    record Warning(String code, TeamId team) {}

    @PostMapping
    @Operation(
            summary = "Split, merge, move, rename or close teams and units from a day on, or see what that would bring",
            description = "Trends go on across it: a group that comes of others begins from their lines. With dryRun"
                    + " nothing changes. A change for a day to come is put down and made on that day.")
    ResponseEntity<Changed> change(
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody ReorganisationRequest request) {
        var decided = desk.change(request, dryRun);
        var known = decided.reorganisation();
        var body = new Changed(
                !dryRun,
                known.reorganisation(),
                known.state(),
                known.effectiveOn(),
                known.change(),
                decided.consequences().groups(),
                warnings(decided.consequences()));
        return ResponseEntity.status(dryRun ? HttpStatus.OK : HttpStatus.CREATED)
                .body(body);
    }

    private static List<Warning> warnings(Consequences consequences) {
        List<Warning> warnings = new ArrayList<>();
        consequences.became().forEach((team, successors) -> {
            if (successors.size() > 1) {
                warnings.add(new Warning("people-to-be-placed", team));
            }
        });
        consequences.tooSmallAlone().forEach(team -> warnings.add(new Warning("team-too-small-alone", team)));
        return warnings;
    }

    /**
     * A change in the list.
     *
     * @param problem why it cannot be made although its day has come
     */
    record Listed(
            ReorganisationId id,
            State state,
            LocalDate effectiveOn,
            OrganisationChange change,
            @Nullable String problem) {}

    /** All changes by the day from which they hold. */
    record Changes(List<Listed> changes) {}

    @GetMapping
    @Operation(summary = "All changes of the organisation, those to come included")
    Changes all() {
        var known = organisation.read();
        return new Changes(reorganisations.all().stream()
                .map(change -> new Listed(
                        change.reorganisation(),
                        change.state(),
                        change.effectiveOn(),
                        change.change(),
                        desk.hindrance(change, known).map(Refusal::code).orElse(null)))
                .toList());
    }

    @DeleteMapping("/{change}")
    @Operation(summary = "Take back a change that does not hold yet")
    ResponseEntity<Void> withdraw(@PathVariable("change") ReorganisationId change) {
        if (reorganisations.all().stream()
                .noneMatch(known -> known.reorganisation().equals(change))) {
            throw new NotFound();
        }
        desk.withdraw(change);
        return ResponseEntity.noContent().build();
    }
}
