package org.groeipuls.api.teamlead;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.groeipuls.api.analyst.RuledTrends;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.instrument.Construct;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trends of a team's group. A team that is not one's own and a team that does not exist look the same. */
@RestController
@RequestMapping("/api/v1/teams/{team}")
@PreAuthorize("hasAnyRole('LEAD', 'ANALYST', 'EMPLOYEE')")
class TrendResource {
    private final TeamAccess access;
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final Trends trends;
    private final RuledTrends ruled;

    TrendResource(
            TeamAccess access,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            Trends trends,
            RuledTrends ruled) {
        this.access = access;
        this.organisation = organisation;
        this.shelf = shelf;
        this.trends = trends;
        this.ruled = ruled;
    }

    /** @param group whose answers the trend shows: the team, or the teams it is combined with */
    record TrendView(TeamId team, KnownGroup group, TeamTrend trend) {}

    @ReadableAsOf
    @GetMapping(value = "/trends", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "The line of a team's group for one construct, with what is withheld and why; analysts also under a rule that"
                            + " was replayed")
    TrendView trend(
            @PathVariable("team") TeamId team,
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct,
            @RequestParam(value = "rule", required = false) @Nullable RuleVersion rule,
            Authentication who) {
        var group = group(team, who);
        return new TrendView(team, group.group(), read(group, construct, rule, who));
    }

    @ReadableAsOf
    @GetMapping(value = "/trends.csv", produces = "text/csv")
    @Operation(summary = "The same as CSV; with locale=nl semicolons and decimal commas")
    String csv(
            @PathVariable("team") TeamId team,
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct,
            @RequestParam(value = "rule", required = false) @Nullable RuleVersion rule,
            @RequestParam(value = "locale", defaultValue = "en") String locale,
            Authentication who) {
        if (!locale.equals("nl") && !locale.equals("en")) {
            throw new ParameterNotAllowed();
        }
        return new TrendSheet(read(group(team, who), construct, rule, who)).csv(locale.equals("nl"));
    }

    @ReadableAsOf
    @GetMapping(value = "/trends.xlsx", produces = TrendSheet.XLSX)
    @Operation(summary = "The same as a workbook")
    byte[] xlsx(
            @PathVariable("team") TeamId team,
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct,
            @RequestParam(value = "rule", required = false) @Nullable RuleVersion rule,
            Authentication who) {
        return new TrendSheet(read(group(team, who), construct, rule, who)).xlsx();
    }

    /**
     * What every figure of a trend rests on.
     *
     * @param rule by which the last point is computed and judged
     * @param rules by which points are computed
     */
    record Metadata(
            TeamId team,
            KnownGroup group,
            String construct,
            String rule,
            List<String> rules,
            List<String> calibrations,
            List<String> instruments,
            List<Marker> markers,
            String language) {}

    @ReadableAsOf
    @GetMapping(value = "/trends.metadata.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Which rule, calibration and instrument the figures of a trend rest on")
    Metadata metadata(
            @PathVariable("team") TeamId team,
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct,
            @RequestParam(value = "rule", required = false) @Nullable RuleVersion rule,
            Authentication who) {
        var group = group(team, who);
        var trend = read(group, construct, rule, who);
        return new Metadata(
                team,
                group.group(),
                construct,
                trend.rule(),
                trend.points().stream().map(TrendPoint::measuredBy).distinct().toList(),
                trend.points().stream()
                        .map(point -> point.calibration())
                        .distinct()
                        .toList(),
                trend.points().stream()
                        .map(point -> point.instrument().toString())
                        .distinct()
                        .toList(),
                trend.markers(),
                "after, never because of");
    }

    /** The three lines that a dashboard opens with, or all that have points. */
    record Dashboard(TeamId team, KnownGroup group, List<TeamTrend> trends) {}

    @ReadableAsOf
    @GetMapping(value = "/dashboard", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All lines of a team's group")
    Dashboard dashboard(@PathVariable("team") TeamId team, Authentication who) {
        var group = group(team, who);
        var all = trends.read(group.group(), constructs(), group.sight()).stream()
                .filter(trend -> !trend.points().isEmpty())
                .toList();
        return new Dashboard(team, group.group(), all);
    }

    /** @param rule null for the one that held at each pulse */
    private TeamTrend read(ShownGroup group, String construct, @Nullable RuleVersion rule, Authentication who) {
        if (!constructs().contains(construct)) {
            throw new ParameterNotAllowed();
        }
        return rule == null
                ? trends.read(group.group(), List.of(construct), group.sight()).getFirst()
                : ruled.read(rule, group.group(), construct, who);
    }

    private List<String> constructs() {
        return shelf.all().stream()
                .flatMap(instrument -> instrument.constructs().stream())
                .filter(construct -> construct.level() == Construct.Level.GROUP)
                .map(Construct::key)
                .distinct()
                .toList();
    }

    private ShownGroup group(TeamId team, Authentication who) {
        return ShownGroup.of(organisation, access, team, who);
    }
}
