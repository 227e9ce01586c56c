package org.groeipuls.api.hr;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.UnitLeads;
import org.groeipuls.effect.InterventionEffects;
import org.groeipuls.heatmap.Heatmap;
import org.groeipuls.heatmap.Moved;
import org.groeipuls.instrument.AboutLeaders;
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
import org.springframework.security.core.Authentication;

/**
 * The organisation from above, as far as somebody may see it. HR sees units with at least three leads in words, and of single
 * groups nothing about their leader (R10); the direction the same, and no single group at all; analysts see every released
 * figure.
 */
public final class Overview {
    private static final int LEAST = 3;
    private static final List<String> CAVEATS = List.of(
            "not-a-randomised-trial",
            "teams-start-different",
            "something-else-happened",
            "response-shift",
            "other-people");

    private final OrganisationTable organisation;
    private final Trends trends;
    private final PulseAgenda agenda;
    private final UnitLeads leads;
    private final OutcomeTable outcomes;
    private final Signals signals;
    private final InstantSource clock;

    Overview(
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
        this.leads = new UnitLeads(leads);
        this.outcomes = outcomes;
        this.signals = signals;
        this.clock = clock;
    }

    /** Whether somebody may look from above at all. */
    public static boolean mayRead(Authentication who) {
        return Role.HR.heldBy(who) || Role.ANALYST.heldBy(who) || Role.DIRECTION.heldBy(who);
    }

    /** Whether somebody may see single groups. */
    private static boolean seesGroups(Authentication who) {
        return Role.HR.heldBy(who) || Role.ANALYST.heldBy(who);
    }

    /** Whether somebody may see of single groups, or in lists of them, what a construct is about. */
    private static boolean maySee(String construct, Authentication who) {
        return Role.ANALYST.heldBy(who) || !AboutLeaders.include(construct);
    }

    /** @param asOf the day up to which counted pulses are in it */
    public record HeatmapView(LocalDate asOf, String rule, Heatmap heatmap) {}

    /** How sure it is on which side of the middle units stand. */
    public HeatmapView heatmap(Authentication who) {
        var now = organisation.read();
        var map = Heatmap.of(trends.standings(today()), now, unit -> shown(unit, now, who));
        return new HeatmapView(today(), TeamTrend.RULE, Role.ANALYST.heldBy(who) ? map : map.inWords(now));
    }

    private boolean shown(UnitId unit, Organisation now, Authentication who) {
        return Role.ANALYST.heldBy(who) || leads.enoughIn(unit, now);
    }

    /**
     * In which step the groups of a unit took part at their latest counted pulse.
     *
     * @param unit absent for all groups that stand in none of the other parts
     * @param groups how many; the four that follow add up to it
     * @param withheld how many of them had too few answers to be shown by themselves
     * @param fewerAnswered in how many of them a clearly smaller share is known to have answered than at their pulse before;
     *     absent where fewer than three (for analysts: none) are large enough, and were shown twice in a row, for it to be told
     */
    public record Part(
            @Nullable UnitId unit,
            @Nullable String name,
            int groups,
            int under50,
            int from50,
            int from70,
            int withheld,
            @Nullable Integer fewerAnswered) {}

    /** Parts of the organisation that share no group; of fewer than three groups nothing is said, except to analysts. */
    public record ParticipationView(List<Part> parts) {}

    /** How many groups took part in which step; see {@link org.groeipuls.trend.Participation}. */
    public ParticipationView participation(Authentication who) {
        var now = organisation.read();
        int least = Role.ANALYST.heldBy(who) ? 1 : LEAST;
        return new ParticipationView(TakingPart.of(trends.latest(), now, unit -> shown(unit, now, who), least));
    }

    /**
     * Lines that moved at the latest checkpoints of one kind.
     *
     * @param looked how many lines were looked at; the list holds for these together
     * @param lines absent for who sees no single group
     * @param tallies the same by construct
     */
    public record MovedList(
            Checkpoint checkpoint, int looked, @Nullable List<Moved.Line> lines, List<Tally> tallies) {}

    /** How many lines of a construct are on a list. */
    public record Tally(String construct, long risen, long fallen) {}

    /** @param rate of those on a list at most this share is expected to be there by chance */
    public record MovedView(double rate, List<MovedList> lists) {}

    /** Which lines moved, as lists that hold for all groups together. */
    public MovedView moved(Authentication who) {
        var stated = outcomes.all().stream()
                .filter(one -> maySee(one.construct(), who))
                .toList();
        return new MovedView(
                BenjaminiHochberg.RATE,
                List.of(
                        told(Moved.of(stated, Checkpoint.EARLY_SIGN, this::countedOn), who),
                        told(Moved.of(stated, Checkpoint.VERDICT, this::countedOn), who)));
    }

    private static MovedList told(Moved moved, Authentication who) {
        var tallies = moved.lines().stream()
                .map(Moved.Line::construct)
                .distinct()
                .sorted()
                .map(construct -> tally(construct, moved.lines()))
                .toList();
        return new MovedList(moved.checkpoint(), moved.looked(), seesGroups(who) ? moved.lines() : null, tallies);
    }

    private static Tally tally(String construct, List<Moved.Line> lines) {
        var about = lines.stream()
                .filter(line -> line.construct().equals(construct))
                .toList();
        long risen = about.stream().filter(line -> line.d() > 0).count();
        return new Tally(construct, risen, about.size() - risen);
    }

    private Optional<LocalDate> countedOn(PulseId pulse) {
        return agenda.find(pulse)
                .flatMap(known -> Optional.ofNullable(known.count()))
                .map(CountPublished::countedOn);
    }

    /** @param caveats what has to be read with it, as keys of the method page */
    public record EffectsView(String construct, List<ToldEffect> effects, List<String> caveats) {}

    /**
     * What came after interventions, against groups that had not had them by then.
     *
     * @throws ParameterNotAllowed for a construct that no line is about
     */
    public EffectsView effects(String construct, Checkpoint checkpoint, Authentication who) {
        if (!constructs().contains(construct)) {
            throw new ParameterNotAllowed();
        }
        // HR records interventions too: whoever chooses which groups had one could take one effect from another
        var effects = maySee(construct, who)
                ? new InterventionEffects(trends, groups())
                        .on(construct, checkpoint).stream()
                                .filter(one -> seesGroups(who)
                                        || one.treated().size() + one.awaited().size() >= LEAST)
                                .map(one -> ToldEffect.of(one, seesGroups(who)))
                                .toList()
                : List.<ToldEffect>of();
        return new EffectsView(construct, effects, CAVEATS);
    }

    /** The constructs that any line is about, in the order of their keys. */
    public List<String> constructs() {
        return trends.groups().stream()
                .flatMap(group -> trends.constructs(group).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The constructs of whose effects somebody may hear. */
    public List<String> constructs(Authentication who) {
        return constructs().stream().filter(one -> maySee(one, who)).toList();
    }

    /**
     * A pattern in the organisation.
     *
     * @param groups how many groups show it, in the organisation's view
     * @param of how many groups had an occasion
     * @param which for analysts only
     */
    public record OrganisationSignal(
            String pattern, int groups, int of, @Nullable List<GroupId> which) {}

    /** Gaps that came back, or for which other figures speak. */
    public List<OrganisationSignal> signals(Authentication who) {
        Map<String, List<Signal>> patterns = new TreeMap<>();
        signals.all(today())
                .forEach(signal -> patterns.computeIfAbsent(signal.pattern(), any -> new ArrayList<>())
                        .add(signal));
        List<OrganisationSignal> seen = new ArrayList<>();
        patterns.forEach((pattern, all) -> {
            if (all.size() >= LEAST || Role.ANALYST.heldBy(who)) {
                var which = all.stream()
                        .filter(signal -> signal.level() == Pattern.Level.ORGANISATION)
                        .map(Signal::group)
                        .sorted()
                        .toList();
                seen.add(new OrganisationSignal(
                        pattern, which.size(), all.size(), Role.ANALYST.heldBy(who) ? which : null));
            }
        });
        return seen;
    }

    private List<KnownGroup> groups() {
        var now = organisation.read();
        return trends.groups().stream().flatMap(id -> now.group(id).stream()).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
