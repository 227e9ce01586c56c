package org.groeipuls.api.security;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import org.groeipuls.pulse.WorkingDays;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** Asks the roster who leads a team and who answers in it. */
public final class RosterTeamAccess implements TeamAccess {
    private final TeamLeads leads;
    private final Membership members;
    private final InstantSource clock;

    public RosterTeamAccess(TeamLeads leads, Membership members, InstantSource clock) {
        this.leads = leads;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> sees(Authentication who, TeamId team) {
        if (Role.ANALYST.heldBy(who) || Role.LEAD.heldBy(who) && ledBy(who).contains(team)) {
            return Optional.of(LocalDate.MAX);
        }
        return members.teamsOf(who).contains(team)
                ? Optional.of(WorkingDays.previewed(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                : Optional.empty();
    }

    @Override
    public SortedSet<TeamId> ledBy(Authentication who) {
        return leads.teamsOf(new PersonId(who.getName()));
    }
}
