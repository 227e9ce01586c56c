package org.groeipuls.api.followup;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.action.ActionCommand.RecordAction;
import org.groeipuls.action.ActionCommand.RemoveActionWords;
import org.groeipuls.action.ActionId;
import org.groeipuls.action.ActionState;
import org.groeipuls.action.Agreed;
import org.groeipuls.action.Owner;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Membership;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.Together;
import org.groeipuls.api.storage.Wordings;
import org.groeipuls.api.storage.Wordings.Draft;
import org.groeipuls.followup.ActionTable;
import org.groeipuls.followup.KnownAction;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.TeamId;
import org.groeipuls.wording.WordingId;
import org.groeipuls.wording.WordingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Where actions are recorded by leads for the teams they lead, and read by those and by the teams' people. A team that is
 * not one's own and a team that does not exist look the same.
 */
public final class ActionDesk {
    private final Commands commands;
    private final Together together;
    private final Wordings wordings;
    private final ActionTable actions;
    private final AskedTeams asked;
    private final TeamAccess access;
    private final Membership members;
    private final InstantSource clock;

    public ActionDesk(
            Commands commands,
            Together together,
            Wordings wordings,
            ActionTable actions,
            PulseAgenda agenda,
            TeamAccess access,
            Membership members,
            InstantSource clock) {
        this.commands = commands;
        this.together = together;
        this.wordings = wordings;
        this.actions = actions;
        this.asked = new AskedTeams(agenda);
        this.access = access;
        this.members = members;
        this.clock = clock;
    }

    /** An action with its texts. */
    public record ToldAction(
            ActionId id,
            TeamId team,
            PulseId pulse,
            String text,
            Owner owner,
            LocalDate due,
            ActionState state,
            @Nullable String outcome) {
        @Override
        public String toString() {
            return "ToldAction[not shown]";
        }
    }

    /** What is said of an action. @param outcome what came of it; there exactly when it is no longer open */
    public record Said(
            PulseId pulse,
            String text,
            Owner owner,
            LocalDate due,
            ActionState state,
            @Nullable String outcome) {
        @Override
        public String toString() {
            return "Said[not shown]";
        }
    }

    /** A counted pulse with the day on which it closed. */
    public record CountedPulse(PulseId id, LocalDate closedOn) {}

    /** How many actions are in each state. */
    public record Tally(int open, int done, int dropped) {
        public int all() {
            return open + done + dropped;
        }
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The teams that somebody may record for. */
    public SortedSet<TeamId> ledBy(Authentication who) {
        return Role.LEAD.heldBy(who) ? access.ledBy(who) : new TreeSet<>();
    }

    /** The counted pulses after which a team can agree on something, the latest first. */
    public List<CountedPulse> pulsesOf(TeamId team) {
        return asked.of(team).stream()
                .map(one -> new CountedPulse(
                        one.id(), LocalDate.ofInstant(one.pulse().closesAt(), ZoneOffset.UTC)))
                .toList();
    }

    /**
     * What a team agreed, in the order in which it is due.
     *
     * @throws NotFound for whoever neither leads the team nor answers in it
     */
    public List<ToldAction> of(TeamId team, Authentication who) {
        return seen(team, who).orElseThrow(NotFound::new);
    }

    /** The same; empty for whoever neither leads the team nor answers in it. */
    public Optional<List<ToldAction>> seen(TeamId team, Authentication who) {
        return ledBy(who).contains(team) || members.teamsOf(who).contains(team)
                ? Optional.of(told(actions.of(List.of(team))))
                : Optional.empty();
    }

    /** What the teams agreed in which somebody answers. */
    public List<ToldAction> ofMember(Authentication who) {
        return told(actions.of(members.teamsOf(who)));
    }

    /** How far these teams are; for whoever may not read what it is. */
    public Tally tally(Collection<TeamId> teams) {
        var all = actions.of(teams);
        return new Tally(count(all, ActionState.OPEN), count(all, ActionState.DONE), count(all, ActionState.DROPPED));
    }

    private static int count(List<KnownAction> all, ActionState state) {
        return Math.toIntExact(all.stream().filter(one -> one.state() == state).count());
    }

    /**
     * One action of a team.
     *
     * @throws NotFound when there is none, or not for whoever asks
     */
    public ToldAction find(TeamId team, ActionId id, Authentication who) {
        return of(team, who).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Records, corrects, concludes or reopens an action.
     *
     * @throws NotFound when the team is not theirs
     * @throws Refusal when a rule says no
     * @return whether it was not known before
     */
    public boolean record(TeamId team, ActionId id, Said said, Authentication who) {
        commands.awaitViews();
        if (!ledBy(who).contains(team)) {
            throw new NotFound();
        }
        asked.find(said.pulse(), team);
        var known = actions.find(id).filter(one -> one.team().equals(team));
        List<Draft> drafts = new ArrayList<>();
        var agreed = wordings.draft(
                agreed(id), known.map(one -> one.agreed().wording()).orElse(null), said.text(), WordingRules.SENTENCES);
        drafts.add(agreed);
        var came = said.outcome();
        var outcome = came == null
                ? null
                : wordings.draft(
                        outcome(id), known.map(KnownAction::outcome).orElse(null), came, WordingRules.SENTENCES);
        if (outcome != null) {
            drafts.add(outcome);
        }
        together.change(
                transaction -> {
                    wordings.remove(List.of(outcome(id)));
                    drafts.forEach(wordings::keep);
                },
                List.of(new RecordAction(
                        id,
                        team,
                        new Agreed(said.pulse(), agreed.id(), said.owner(), said.due()),
                        said.state(),
                        outcome == null ? null : outcome.id(),
                        today())));
        return known.isEmpty();
    }

    /**
     * Erases the texts of an action; once more changes nothing. HR may too, without having read them.
     *
     * @throws NotFound when there is none, or not for whoever asks
     */
    public void removeWords(TeamId team, ActionId id, Authentication who) {
        commands.awaitViews();
        if (!Role.HR.heldBy(who) && !ledBy(who).contains(team)) {
            throw new NotFound();
        }
        if (actions.find(id).filter(one -> one.team().equals(team)).isEmpty()) {
            throw new NotFound();
        }
        together.change(
                transaction -> wordings.remove(List.of(agreed(id), outcome(id))),
                List.of(new RemoveActionWords(id, team)));
    }

    private List<ToldAction> told(List<KnownAction> known) {
        var texts = wordings.read(known.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.agreed().wording()), Stream.ofNullable(one.outcome())))
                .toList());
        return known.stream().map(one -> told(one, texts)).toList();
    }

    private static ToldAction told(KnownAction known, Map<WordingId, String> texts) {
        var agreed = known.agreed();
        var outcome = known.outcome();
        return new ToldAction(
                known.id(),
                known.team(),
                agreed.pulse(),
                texts.getOrDefault(agreed.wording(), Wordings.REMOVED),
                agreed.owner(),
                agreed.due(),
                known.state(),
                outcome == null ? null : texts.getOrDefault(outcome, Wordings.REMOVED));
    }

    private static String agreed(ActionId id) {
        return id + ":agreed";
    }

    private static String outcome(ActionId id) {
        return id + ":outcome";
    }
}
