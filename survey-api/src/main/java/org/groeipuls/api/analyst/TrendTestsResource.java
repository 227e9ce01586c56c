package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.instrument.Construct;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.OrganisationLine;
import org.groeipuls.trend.OrganisationLines;
import org.groeipuls.trend.TrendTests;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What analysts read beside verdicts. Leads and groups do not: a second number beside a verdict would be an argument. All of it
 * is computed from released figures that analysts read anyway.
 */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('ANALYST')")
class TrendTestsResource {
    private static final List<String> OF_TESTS =
            List.of("beside-the-verdict", "answers-not-weighed", "neighbours-resemble-each-other");
    private static final List<String> OF_LINE = List.of(
            "after-not-because-of",
            "nothing-to-compare-with",
            "neighbours-resemble-each-other",
            "methods-differ",
            "who-is-asked-differs",
            "something-else-happened",
            "response-shift",
            "other-people");

    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final Trends trends;
    private final OrganisationLines lines;

    TrendTestsResource(OrganisationTable organisation, InstrumentShelf shelf, Trends trends, OrganisationLines lines) {
        this.organisation = organisation;
        this.shelf = shelf;
        this.trends = trends;
        this.lines = lines;
    }

    /**
     * @param group whose answers the trend shows: the team, or the teams it is combined with
     * @param rule by which the last point is computed
     * @param line which line is tested: the latest; absent without any point
     * @param caveats what has to be read with it, as keys of the method page
     */
    record TestsView(
            TeamId team,
            KnownGroup group,
            String construct,
            String rule,
            @Nullable Integer line,
            TrendTests tests,
            List<String> caveats) {}

    @ReadableAsOf
    @GetMapping(value = "/teams/{team}/trends/tests", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Mann-Kendall and Theil-Sen over the latest line of a team's group",
            description =
                    "Over what was released, from eight points on; gaps are not there. Until then it says how many are missing.")
    TestsView tests(
            @PathVariable("team") TeamId team,
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct) {
        var group = organisation.read().groupOf(team).orElseThrow(NotFound::new);
        var trend = trends.read(group, known(construct));
        return new TestsView(
                team,
                group,
                construct,
                trend.rule(),
                trend.points().isEmpty() ? null : trend.points().getLast().line(),
                TrendTests.of(trend),
                OF_TESTS);
    }

    /** @param caveats what has to be read with it, as keys of the method page */
    record LineView(OrganisationLine line, List<String> caveats) {}

    @ReadableAsOf
    @GetMapping(value = "/organisation/line", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "The line of the whole organisation, with tests, a control chart, and what came after interventions",
            description =
                    "The mean over released blocks, weighted by answers. Tests from 8 points on, a chart from the 21st, segments"
                            + " before and after interventions of one day from 12.")
    LineView line(@RequestParam(value = "construct", defaultValue = "psychological-safety") String construct) {
        return new LineView(lines.read(known(construct)), OF_LINE);
    }

    /** @throws ParameterNotAllowed for a construct that no group is measured on */
    private String known(String construct) {
        boolean known = shelf.all().stream()
                .flatMap(instrument -> instrument.constructs().stream())
                .anyMatch(
                        one -> one.level() == Construct.Level.GROUP && one.key().equals(construct));
        if (!known) {
            throw new ParameterNotAllowed();
        }
        return construct;
    }
}
