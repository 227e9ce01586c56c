package org.groeipuls.api.security;

import java.util.Optional;
import java.util.SortedSet;
import org.groeipuls.organisation.Unchanged;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Sight;
import org.springframework.security.core.Authentication;

/** Whose trends somebody may see. */
public interface TeamAccess {
    /**
     * How much {@code who} may see of the trends of {@code team}: an analyst all there is, its lead what was said since its
     * group is what it is now, and whoever answers in it what of that was counted two working days ago.
     *
     * @return empty for everybody else
     */
    Optional<Sight> sees(Authentication who, TeamId team);

    /** Since when the group of a team is what it is today, also where an earlier day is read. */
    Unchanged since(TeamId team);

    /** The teams that {@code who} leads. */
    SortedSet<TeamId> ledBy(Authentication who);
}
