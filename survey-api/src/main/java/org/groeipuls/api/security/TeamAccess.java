package org.groeipuls.api.security;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** Whose trends somebody may see. */
public interface TeamAccess {
    /**
     * Up to which day of counting {@code who} may see the trends of {@code team}: its lead and an analyst all there is,
     * whoever answers in it what was counted two working days ago.
     *
     * @return empty for everybody else
     */
    Optional<LocalDate> sees(Authentication who, TeamId team);

    /** The teams that {@code who} leads. */
    SortedSet<TeamId> ledBy(Authentication who);
}
