package org.groeipuls.api.security;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.groeipuls.organisation.Unchanged;
import org.groeipuls.pulse.WorkingDays;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Sight;
import org.springframework.security.core.Authentication;

/** Asks the roster who leads a team and who answers in it, and history since when its group is what it is now. */
public final class RosterTeamAccess implements TeamAccess {
    private final TeamLeads leads;
    private final Membership members;
    private final Function<TeamId, Unchanged> groups;
    private final InstantSource clock;

    /** @param groups since when the group of a team is what it is today */
    public RosterTeamAccess(
            TeamLeads leads, Membership members, Function<TeamId, Unchanged> groups, InstantSource clock) {
        this.leads = leads;
        this.members = members;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public Optional<Sight> sees(Authentication who, TeamId team) {
        if (Role.ANALYST.heldBy(who)) {
            return Optional.of(Sight.ALL);
        }
        if (Role.LEAD.heldBy(who) && ledBy(who).contains(team)) {
            return Optional.of(new Sight(LocalDate.MAX, since(team)));
        }
        var previewed = WorkingDays.previewed(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return members.teamsOf(who).contains(team) ? Optional.of(new Sight(previewed, since(team))) : Optional.empty();
    }

    @Override
    public Unchanged since(TeamId team) {
        return groups.apply(team);
    }

    @Override
    public SortedSet<TeamId> ledBy(Authentication who) {
        return leads.teamsOf(new PersonId(who.getName()));
    }
}
