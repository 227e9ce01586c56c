package org.groeipuls.pages.followup;

import java.util.Collection;
import java.util.List;
import org.groeipuls.api.followup.ActionDesk.Tally;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.api.followup.PointDesk.OwnPoint;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** What was done with answers, as far as whoever looks may see it. */
public interface FollowUp {
    /** What the team agreed in which somebody answers. */
    List<ToldAction> actions(Authentication who);

    /** What a team agreed; nothing for whoever neither leads it nor answers in it. */
    List<ToldAction> agreed(TeamId team, Authentication who);

    /** What the group sent up in which somebody answers. */
    List<OwnPoint> points(Authentication who);

    /** What the direction answered, to whichever group. */
    List<ToldBundle> answers();

    /** How far these teams are with what they agreed, without a word of it. */
    Tally tally(Collection<TeamId> teams);
}
