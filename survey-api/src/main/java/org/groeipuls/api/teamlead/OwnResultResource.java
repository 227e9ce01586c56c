package org.groeipuls.api.teamlead;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.groeipuls.api.security.Membership;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.Trends;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever answers in a team sees of their group: what the lead sees, two working days later. */
@RestController
@PreAuthorize("hasRole('EMPLOYEE')")
class OwnResultResource {
    private final Membership members;
    private final TeamAccess access;
    private final OrganisationTable organisation;
    private final Trends trends;

    OwnResultResource(Membership members, TeamAccess access, OrganisationTable organisation, Trends trends) {
        this.members = members;
        this.access = access;
        this.organisation = organisation;
        this.trends = trends;
    }

    /**
     * @param counted up to which day of counting (UTC) pulses are shown
     * @param trends all lines of the team's group that have points
     */
    record OwnResult(TeamId team, LocalDate counted, List<TeamTrend> trends) {}

    record OwnResults(List<OwnResult> teams) {}

    @GetMapping("/api/v1/inbox/results")
    @Operation(summary = "The lines of your group, two working days after each count")
    ResponseEntity<OwnResults> read(Authentication who) {
        var results = members.teamsOf(who).stream()
                .filter(team -> organisation.read().groupOf(team).isPresent())
                .map(team -> result(team, ShownGroup.of(organisation, access, team, who)))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new OwnResults(results));
    }

    private OwnResult result(TeamId team, ShownGroup shown) {
        var group = shown.group();
        var lines = trends.read(group, trends.constructs(group.group()), shown.sight()).stream()
                .filter(trend -> !trend.points().isEmpty())
                .toList();
        return new OwnResult(team, shown.sight().counted(), lines);
    }
}
