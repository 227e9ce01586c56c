package org.groeipuls.api.teamlead;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.intervention.InterventionCommand.RecordIntervention;
import org.groeipuls.intervention.InterventionCommand.WithdrawIntervention;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.KnownIntervention;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/**
 * Where interventions are recorded, over the API and on the page alike: by leads for the teams they lead, by HR for all.
 * A team that is not one's own and a team that does not exist look the same.
 */
public final class InterventionDesk {
    private final Commands commands;
    private final OrganisationTable organisation;
    private final InterventionRegister register;
    private final TeamAccess access;
    private final InstantSource clock;

    public InterventionDesk(
            Commands commands,
            OrganisationTable organisation,
            InterventionRegister register,
            TeamAccess access,
            InstantSource clock) {
        this.commands = commands;
        this.organisation = organisation;
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The teams that somebody may record for. */
    public SortedSet<TeamId> teamsOf(Authentication who) {
        var teams = new TreeSet<TeamId>();
        organisation.read().teams().stream().map(KnownTeam::team).forEach(teams::add);
        if (!Role.HR.heldBy(who)) {
            teams.retainAll(Role.LEAD.heldBy(who) ? access.ledBy(who) : new TreeSet<TeamId>());
        }
        return teams;
    }

    /**
     * What was done in a team, in the order in which it started.
     *
     * @throws NotFound for a team that is not theirs
     */
    public List<KnownIntervention> of(TeamId team, Authentication who) {
        theirs(team, who);
        return register.of(List.of(team));
    }

    /**
     * One intervention of a team.
     *
     * @throws NotFound when there is none, or not for whoever asks
     */
    public KnownIntervention find(TeamId team, InterventionId id, Authentication who) {
        theirs(team, who);
        return register.find(id)
                .filter(known ->
                        !known.withdrawn() && known.particulars().teams().contains(team))
                .orElseThrow(NotFound::new);
    }

    /**
     * Records, corrects or ends an intervention.
     *
     * @throws Refusal when a rule says no
     * @return whether it was not known before
     */
    public boolean record(TeamId team, InterventionId id, Particulars particulars, Authentication who) {
        commands.awaitViews();
        var theirs = theirs(team, who);
        if (!theirs.containsAll(particulars.teams())) {
            throw new InterventionTeamUnknown();
        }
        var known = register.find(id);
        known.ifPresent(one -> isWithin(theirs, one));
        commands.send(new RecordIntervention(id, team, particulars, today()));
        return known.isEmpty();
    }

    /**
     * Takes an intervention back; once more changes nothing.
     *
     * @throws NotFound when there is none, or not for whoever asks
     */
    public void withdraw(TeamId team, InterventionId id, Authentication who) {
        commands.awaitViews();
        var theirs = theirs(team, who);
        var known = register.find(id)
                .filter(one -> one.particulars().teams().contains(team))
                .orElseThrow(NotFound::new);
        isWithin(theirs, known);
        commands.send(new WithdrawIntervention(id, team));
    }

    private SortedSet<TeamId> theirs(TeamId team, Authentication who) {
        var theirs = teamsOf(who);
        if (!theirs.contains(team)) {
            throw new NotFound();
        }
        return theirs;
    }

    private static void isWithin(SortedSet<TeamId> theirs, KnownIntervention known) {
        var teams = known.particulars().teams();
        if (teams.stream().anyMatch(theirs::contains) && !theirs.containsAll(teams)) {
            throw new InterventionShared();
        }
    }

    /** A team that is named does not exist, or is not led by whoever names it. */
    static final class InterventionTeamUnknown extends Refusal {
        private static final long serialVersionUID = 1;

        InterventionTeamUnknown() {
            super(
                    Kind.UNACCEPTABLE,
                    "intervention-team-unknown",
                    "One of the teams does not exist, or you do not lead it; HR records what is for more teams");
        }
    }

    /** It is for teams of others too. */
    static final class InterventionShared extends Refusal {
        private static final long serialVersionUID = 1;

        InterventionShared() {
            super(
                    Kind.CONFLICT,
                    "intervention-shared",
                    "This intervention is for teams that you do not lead too; ask HR to change or withdraw it");
        }
    }
}
