package org.groeipuls.api.security;

import java.util.SortedSet;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** Whose trends somebody may see. */
public interface TeamAccess {
    /** Whether {@code who} may see the trends of {@code team}: its lead, or an analyst. */
    boolean maySee(Authentication who, TeamId team);

    /** The teams that {@code who} leads. */
    SortedSet<TeamId> ledBy(Authentication who);
}
