package org.groeipuls.pages;

import java.util.Collection;
import java.util.List;
import org.groeipuls.api.followup.ActionDesk.Tally;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.api.followup.PointDesk.OwnPoint;
import org.groeipuls.pages.followup.FollowUp;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** A house in which nothing was done with answers yet. */
class NothingHappened implements FollowUp {
    @Override
    public List<ToldAction> actions(Authentication who) {
        return List.of();
    }

    @Override
    public List<ToldAction> agreed(TeamId team, Authentication who) {
        return List.of();
    }

    @Override
    public List<OwnPoint> points(Authentication who) {
        return List.of();
    }

    @Override
    public List<ToldBundle> answers() {
        return List.of();
    }

    @Override
    public Tally tally(Collection<TeamId> teams) {
        return new Tally(0, 0, 0);
    }
}
