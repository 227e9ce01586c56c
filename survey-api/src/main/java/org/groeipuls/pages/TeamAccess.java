package org.groeipuls.pages;

import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** Who may see which team's dashboard; decided by whoever keeps the roster, asked by the pages. */
@FunctionalInterface
public interface TeamAccess {
    /** Whether this person may see this team's dashboard now; false for a team that is not known. */
    boolean maySee(Authentication who, TeamId team);
}
