package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.api.past.SettledDays;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.organisation.OrganisationFacts;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.Group;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units, teams and groups. Saying the same twice changes nothing. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('HR')")
class OrganisationResource {
    private final OrganisationDesk desk;
    private final OrganisationTable organisation;
    private final OrganisationFacts facts;
    private final SettledDays days;
    private final Commands commands;
    private final InstantSource clock;

    OrganisationResource(
            OrganisationDesk desk,
            OrganisationTable organisation,
            OrganisationFacts facts,
            SettledDays days,
            Commands commands,
            InstantSource clock) {
        this.desk = desk;
        this.organisation = organisation;
        this.facts = facts;
        this.days = days;
        this.commands = commands;
        this.clock = clock;
    }

    /** @param size how many leads answer in the unit; none when absent */
    record UnitRequest(
            @NotBlank String name,
            @Nullable UnitId parent,
            @Nullable Integer size) {}

    @PutMapping("/units/{unit}")
    @Operation(summary = "Make or change a unit")
    ResponseEntity<KnownUnit> put(@PathVariable("unit") UnitId unit, @Valid @RequestBody UnitRequest request) {
        boolean known = desk.unit(unit, request.name(), request.parent(), request.size() == null ? 0 : request.size());
        return answer(known, organisation.read().unit(unit).orElseThrow());
    }

    /**
     * @param size people in the team, without leads
     * @param leads subjects of the leads' tokens; kept in the roster, never in history
     */
    record TeamRequest(
            @NotBlank String name,
            @NotNull UnitId unit,
            @NotNull Integer size,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> leads) {}

    @PutMapping("/teams/{team}")
    @Operation(summary = "Make or change a team, and say who leads it")
    ResponseEntity<KnownTeam> put(@PathVariable("team") TeamId team, @Valid @RequestBody TeamRequest request) {
        boolean known = desk.team(team, request.name(), request.unit(), request.size(), request.leads());
        return answer(known, organisation.read().team(team).orElseThrow());
    }

    /** The teams that are combined. */
    record GroupRequest(@NotNull @Size(min = 1, max = 100) List<@NotNull TeamId> teams) {}

    /** @param warnings what is allowed but not advised */
    record GroupView(GroupId group, SortedSet<TeamId> teams, int eligible, List<String> warnings) {}

    @PutMapping("/groups/{group}")
    @Operation(summary = "Combine teams into a group; counts from the next pulse on")
    ResponseEntity<GroupView> put(@PathVariable("group") GroupId group, @Valid @RequestBody GroupRequest request) {
        SortedSet<TeamId> teams = new TreeSet<>(request.teams());
        boolean formed = desk.group(group, teams);
        return answer(formed, view(organisation.read(), new KnownGroup(group, teams)));
    }

    private static GroupView view(Organisation known, KnownGroup group) {
        List<String> warnings = new ArrayList<>();
        int eligible = known.eligible(group.teams());
        if (eligible < Group.ADVISED) {
            warnings.add("group-smaller-than-advised");
        }
        return new GroupView(group.group(), group.teams(), eligible, warnings);
    }

    /**
     * @param on the day on which it is looked at; now when absent
     * @param asOf the day up to which what was said counts, before today; all of it when absent
     */
    @GetMapping("/organisation")
    @Operation(summary = "All units, teams and groups, as they are now, were on a day, or were known to be by another")
    Organisation all(
            @RequestParam(name = "on", required = false) @Nullable LocalDate on,
            @RequestParam(name = "asOf", required = false) @Nullable LocalDate asOf) {
        if (on == null && asOf == null) {
            return organisation.read();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (asOf != null && !days.hold(asOf)) {
            throw new ParameterNotAllowed();
        }
        var known = asOf == null ? today : asOf;
        commands.awaitViews(); // what was recorded on a day that is over is in the answer, whenever it is asked for
        return facts.read(known, on == null ? known : on);
    }

    @DeleteMapping("/groups/{group}")
    @Operation(summary = "Dissolve a group; its teams are groups of their own from the next pulse on")
    ResponseEntity<Void> dissolve(@PathVariable("group") GroupId group) {
        desk.dissolve(group);
        return ResponseEntity.noContent().build();
    }

    private static <T> ResponseEntity<T> answer(boolean known, T body) {
        return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED).body(body);
    }

    /** What a request names does not exist. */
    static final class NotKnown extends Refusal {
        private static final long serialVersionUID = 1;

        private NotKnown(String kind, String id) {
            super(Kind.UNACCEPTABLE, kind + "-unknown", "There is no " + kind + " " + id + "; make it first");
        }

        static void unless(boolean known, String kind, String id) {
            if (!known) {
                throw new NotKnown(kind, id);
            }
        }
    }

    /** A team's answers are shown in one group. */
    static final class TeamInAnotherGroup extends Refusal {
        private static final long serialVersionUID = 1;

        TeamInAnotherGroup(TeamId team, GroupId group) {
            super(
                    Kind.CONFLICT,
                    "team-in-another-group",
                    "Team " + team.value() + " stands in group " + group.value() + "; take it out there first");
        }
    }
}
