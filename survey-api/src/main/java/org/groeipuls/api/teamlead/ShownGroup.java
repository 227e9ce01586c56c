package org.groeipuls.api.teamlead;

import org.groeipuls.api.past.Then;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Sight;
import org.springframework.security.core.Authentication;

/**
 * The group of a team, as whoever looks may see it.
 *
 * @param sight how much of its past is theirs to see
 */
record ShownGroup(KnownGroup group, Sight sight) {
    /**
     * Of an earlier day only as long as the team stands in the same group of the same teams today: whoever leads it now may
     * not read through an earlier day what was said in other teams, or of the lead of another group.
     *
     * @throws NotFound when there is none, or it is not theirs
     */
    static ShownGroup of(OrganisationTable organisation, TeamAccess access, TeamId team, Authentication who) {
        var sight = access.sees(who, team).orElseThrow(NotFound::new);
        var group = organisation.read().groupOf(team).orElseThrow(NotFound::new);
        if (Then.moment().isPresent() && !Role.ANALYST.heldBy(who)) {
            var today = Then.now(() -> organisation.read().groupOf(team));
            if (!today.equals(java.util.Optional.of(group))) {
                throw new NotFound();
            }
        }
        return new ShownGroup(group, sight);
    }
}
