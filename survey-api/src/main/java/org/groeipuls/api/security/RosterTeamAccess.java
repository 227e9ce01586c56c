package org.groeipuls.api.security;

import java.util.SortedSet;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** Asks the roster who leads a team. */
public final class RosterTeamAccess implements TeamAccess {
    private final TeamLeads leads;

    public RosterTeamAccess(TeamLeads leads) {
        this.leads = leads;
    }

    @Override
    public boolean maySee(Authentication who, TeamId team) {
        return has(who, Role.ANALYST) || has(who, Role.LEAD) && ledBy(who).contains(team);
    }

    @Override
    public SortedSet<TeamId> ledBy(Authentication who) {
        return leads.teamsOf(new PersonId(who.getName()));
    }

    private static boolean has(Authentication who, Role role) {
        return who.getAuthorities().stream()
                .anyMatch(authority -> role.authority().equals(authority.getAuthority()));
    }
}
