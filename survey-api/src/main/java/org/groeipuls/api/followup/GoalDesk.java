package org.groeipuls.api.followup;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.UnitLeads;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.Together;
import org.groeipuls.api.storage.Wordings;
import org.groeipuls.development.Aim;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.GoalCommand.RemoveGoalWords;
import org.groeipuls.development.GoalCommand.SetGoal;
import org.groeipuls.development.GoalId;
import org.groeipuls.development.Wanted;
import org.groeipuls.followup.DevelopmentTable;
import org.groeipuls.followup.GoalTrend;
import org.groeipuls.followup.KnownGoal;
import org.groeipuls.heatmap.Heatmap;
import org.groeipuls.instrument.Construct;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.Trends;
import org.groeipuls.wording.WordingRules;
import org.jspecify.annotations.Nullable;

/** Where goals of the organisation are set, and read with what can be said of them now. */
public final class GoalDesk {
    private final Commands commands;
    private final Together together;
    private final Wordings wordings;
    private final DevelopmentTable table;
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final Trends trends;
    private final UnitLeads leads;
    private final InstantSource clock;

    public GoalDesk(
            Commands commands,
            Together together,
            Wordings wordings,
            DevelopmentTable table,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            Trends trends,
            TeamLeads leads,
            InstantSource clock) {
        this.commands = commands;
        this.together = together;
        this.wordings = wordings;
        this.table = table;
        this.organisation = organisation;
        this.shelf = shelf;
        this.trends = trends;
        this.leads = new UnitLeads(leads);
        this.clock = clock;
    }

    /** What is said of a goal; see {@link Aim}. */
    public record Said(
            String name,
            String construct,
            @Nullable UnitId unit,
            @Nullable Wanted wanted,
            @Nullable Double level,
            LocalDate from,
            LocalDate by,
            @Nullable BundleId bundle) {}

    /** A goal with its name and what can be said of it now; see {@link Aim} and {@link GoalTrend}. */
    public record ToldGoal(
            GoalId id,
            String name,
            String construct,
            @Nullable UnitId unit,
            String unitName,
            @Nullable Wanted wanted,
            @Nullable Double level,
            LocalDate from,
            LocalDate by,
            @Nullable BundleId bundle,
            GoalTrend trend) {}

    /** The keys of what a goal can be about. */
    public List<String> constructs() {
        return shelf.all().stream()
                .flatMap(instrument -> instrument.constructs().stream())
                .filter(construct -> construct.level() == Construct.Level.GROUP)
                .map(Construct::key)
                .distinct()
                .toList();
    }

    /** All goals in the order of their ids; no rank. */
    public List<ToldGoal> all() {
        var goals = table.goals();
        if (goals.isEmpty()) {
            return List.of();
        }
        var now = organisation.read();
        var today = today();
        var map = Heatmap.of(trends.standings(today), now, unit -> leads.enoughIn(unit, now));
        return goals.stream().map(goal -> told(goal, now, map, today)).toList();
    }

    private ToldGoal told(KnownGoal known, Organisation now, Heatmap map, LocalDate today) {
        var aim = known.aim();
        var unit = aim.unit() == null ? top(now) : aim.unit();
        return new ToldGoal(
                known.id(),
                wordings.read(aim.name()),
                aim.construct(),
                aim.unit(),
                now.unit(unit).map(KnownUnit::name).orElse(unit.value()),
                aim.wanted(),
                aim.level(),
                aim.from(),
                aim.by(),
                aim.bundle(),
                GoalTrend.of(aim, unit, map, trends, now, today));
    }

    private static UnitId top(Organisation now) {
        return now.units().stream()
                .filter(unit -> unit.parent() == null)
                .map(KnownUnit::unit)
                .findFirst()
                .orElseThrow(FollowUpRefusal::goalUnitUnknown);
    }

    /** @throws NotFound when there is none */
    public ToldGoal find(GoalId id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    /**
     * Sets a goal, or otherwise than before.
     *
     * @throws Refusal when a rule says no
     * @return whether it was not known before
     */
    public boolean set(GoalId id, Said said) {
        commands.awaitViews();
        check(said);
        var known = table.find(id);
        var draft = wordings.draft(
                id.toString(), known.map(goal -> goal.aim().name()).orElse(null), said.name(), WordingRules.SENTENCE);
        together.change(
                transaction -> wordings.keep(draft),
                List.of(new SetGoal(
                        id,
                        new Aim(
                                draft.id(),
                                said.construct(),
                                said.unit(),
                                said.wanted(),
                                said.level(),
                                said.from(),
                                said.by(),
                                said.bundle()),
                        today())));
        return known.isEmpty();
    }

    private void check(Said said) {
        if (!constructs().contains(said.construct())) {
            throw FollowUpRefusal.goalConstructUnknown();
        }
        var now = organisation.read();
        var unit = said.unit();
        if (unit == null ? now.units().isEmpty() : now.unit(unit).isEmpty()) {
            throw FollowUpRefusal.goalUnitUnknown();
        }
        var bundle = said.bundle();
        if (bundle != null && table.find(bundle).isEmpty()) {
            throw FollowUpRefusal.goalBundleUnknown();
        }
    }

    /** Erases the name of a goal; once more changes nothing. @throws NotFound when there is none */
    public void removeWords(GoalId id) {
        commands.awaitViews();
        if (table.find(id).isEmpty()) {
            throw new NotFound();
        }
        together.change(transaction -> wordings.remove(List.of(id.toString())), List.of(new RemoveGoalWords(id)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
