package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.security.Role;
import org.groeipuls.effect.InterventionEffect;
import org.groeipuls.effect.InterventionEffects;
import org.groeipuls.heatmap.Heatmap;
import org.groeipuls.heatmap.Moved;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.scoring.BenjaminiHochberg;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Pattern;
import org.groeipuls.signal.Signal;
import org.groeipuls.signal.Signals;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.OutcomeTable;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The organisation from above. HR sees units with at least three leads, and of single groups nothing about their leader
 * (R10); analysts see every released figure.
 */
@RestController
@RequestMapping("/api/v1/organisation")
@PreAuthorize("hasAnyRole('HR', 'ANALYST')")
class OverviewResource {
    private static final int LEADS = 3;
    private static final String ABOUT_THE_LEADER = "leader-role-modelling";

    private final OrganisationTable organisation;
    private final Trends trends;
    private final PulseAgenda agenda;
    private final TeamLeads leads;
    private final OutcomeTable outcomes;
    private final Signals signals;
    private final InstantSource clock;

    OverviewResource(
            OrganisationTable organisation,
            Trends trends,
            PulseAgenda agenda,
            TeamLeads leads,
            OutcomeTable outcomes,
            Signals signals,
            InstantSource clock) {
        this.organisation = organisation;
        this.trends = trends;
        this.agenda = agenda;
        this.leads = leads;
        this.outcomes = outcomes;
        this.signals = signals;
        this.clock = clock;
    }

    /** @param asOf the day up to which counted pulses are in it */
    record HeatmapView(LocalDate asOf, String rule, Heatmap heatmap) {}

    @ReadableAsOf
    @GetMapping("/heatmap")
    @Operation(summary = "How sure it is on which side of the middle units stand; no ranking")
    HeatmapView heatmap(Authentication who) {
        var day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var now = organisation.read();
        var map = Heatmap.of(trends.standings(day), now, unit -> analyst(who) || leadsIn(unit, now) >= LEADS);
        return new HeatmapView(day, TeamTrend.RULE, analyst(who) ? map : map.inWords(ABOUT_THE_LEADER, now));
    }

    private long leadsIn(UnitId unit, Organisation now) {
        return leads.byTeam().entrySet().stream()
                .filter(team -> now.team(team.getKey())
                        .filter(known -> now.below(known.unit(), unit))
                        .isPresent())
                .flatMap(team -> team.getValue().stream())
                .distinct()
                .count();
    }

    /** @param rate of those on a list at most this share is expected to be there by chance */
    record MovedView(double rate, List<Moved> lists) {}

    @ReadableAsOf
    @GetMapping("/moved")
    @Operation(summary = "Which lines moved at the latest checkpoints, as lists that hold for all groups together")
    MovedView moved(Authentication who) {
        var stated = outcomes.all().stream()
                .filter(one -> analyst(who) || !one.construct().equals(ABOUT_THE_LEADER))
                .toList();
        return new MovedView(
                BenjaminiHochberg.RATE,
                List.of(
                        Moved.of(stated, Checkpoint.EARLY_SIGN, this::countedOn),
                        Moved.of(stated, Checkpoint.VERDICT, this::countedOn)));
    }

    private Optional<LocalDate> countedOn(PulseId pulse) {
        return agenda.find(pulse)
                .flatMap(known -> Optional.ofNullable(known.count()))
                .map(CountPublished::countedOn);
    }

    /** @param caveats what has to be read with it, as keys of the method page */
    record EffectsView(String construct, List<InterventionEffect> effects, List<String> caveats) {}

    @ReadableAsOf
    @GetMapping("/effects")
    @Operation(summary = "What came after interventions, against groups that had not had them by then")
    EffectsView effects(
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct,
            @RequestParam(value = "checkpoint", defaultValue = "verdict") String checkpoint,
            Authentication who) {
        var kind = switch (checkpoint) {
            case "verdict" -> Checkpoint.VERDICT;
            case "early-sign" -> Checkpoint.EARLY_SIGN;
            default -> throw new ParameterNotAllowed();
        };
        if (trends.groups().stream().noneMatch(group -> trends.constructs(group).contains(construct))) {
            throw new ParameterNotAllowed();
        }
        // HR records interventions too: whoever chooses which groups had one could take one effect from another
        var effects = analyst(who) || !construct.equals(ABOUT_THE_LEADER)
                ? new InterventionEffects(trends, groups()).on(construct, kind)
                : List.<InterventionEffect>of();
        return new EffectsView(construct, effects, CAVEATS);
    }

    private static final List<String> CAVEATS = List.of(
            "not-a-randomised-trial",
            "teams-start-different",
            "something-else-happened",
            "response-shift",
            "other-people");

    /**
     * A pattern in the organisation.
     *
     * @param groups how many groups show it, in the organisation's view
     * @param of how many groups had an occasion
     * @param which for analysts only
     */
    record OrganisationSignal(
            String pattern, int groups, int of, @Nullable List<GroupId> which) {}

    @ReadableAsOf
    @GetMapping("/signals")
    @Operation(
            summary = "Gaps between what is said and what is done that came back, or for which other figures speak",
            description =
                    "Only what was seen twice, or once with other evidence; from three groups with an occasion on.")
    List<OrganisationSignal> signals(Authentication who) {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Map<String, List<Signal>> patterns = new TreeMap<>();
        signals.all(today)
                .forEach(signal -> patterns.computeIfAbsent(signal.pattern(), any -> new ArrayList<>())
                        .add(signal));
        List<OrganisationSignal> seen = new ArrayList<>();
        patterns.forEach((pattern, all) -> {
            if (all.size() >= LEADS || analyst(who)) {
                var which = all.stream()
                        .filter(signal -> signal.level() == Pattern.Level.ORGANISATION)
                        .map(Signal::group)
                        .sorted()
                        .toList();
                seen.add(new OrganisationSignal(pattern, which.size(), all.size(), analyst(who) ? which : null));
            }
        });
        return seen;
    }

    private List<KnownGroup> groups() {
        var now = organisation.read();
        return trends.groups().stream().flatMap(id -> now.group(id).stream()).toList();
    }

    private static boolean analyst(Authentication who) {
        return who.getAuthorities().stream()
                .anyMatch(authority -> Role.ANALYST.authority().equals(authority.getAuthority()));
    }
}
