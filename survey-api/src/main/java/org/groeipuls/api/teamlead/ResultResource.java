package org.groeipuls.api.teamlead;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.signal.Signal;
import org.groeipuls.signal.Signals;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.FirstReport;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a group has to talk about beside its lines. Somebody else's team looks like one that does not exist. */
@RestController
@RequestMapping("/api/v1/teams/{team}")
@PreAuthorize("hasAnyRole('LEAD', 'ANALYST', 'EMPLOYEE')")
class ResultResource {
    private final TeamAccess access;
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final Trends trends;
    private final Signals signals;
    private final Calibrations calibrations;
    private final InstantSource clock;

    ResultResource(
            TeamAccess access,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            Trends trends,
            Signals signals,
            Calibrations calibrations,
            InstantSource clock) {
        this.access = access;
        this.organisation = organisation;
        this.shelf = shelf;
        this.trends = trends;
        this.signals = signals;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    /**
     * @param firstReport which statements came out relatively strongest and weakest; absent before the first own pulse
     * @param signals gaps between what is said and what is done that are the group's to talk about
     */
    record Results(TeamId team, KnownGroup group, @Nullable FirstReport firstReport, List<Signal> signals) {}

    @ReadableAsOf
    @GetMapping("/results")
    @Operation(
            summary = "What a group has to talk about: statements of its latest pulse, and gaps that its answers show")
    Results results(@PathVariable("team") TeamId team, Authentication who) {
        var shown = ShownGroup.of(organisation, access, team, who);
        var group = shown.group();
        var lines = trends.read(group, trends.constructs(group.group()), shown.sight());
        var report = shelf.all().reversed().stream()
                .flatMap(instrument -> FirstReport.of(lines, instrument, calibrations).stream())
                .findFirst();
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return new Results(team, group, report.orElse(null), signals.of(group.group(), shown.sight(), today));
    }
}
