package org.groeipuls.team;

import org.groeipuls.refusal.Refusal;

/** A group was to be formed of no team at all. */
public final class GroupWithoutTeams extends Refusal {
    private static final long serialVersionUID = 1;

    GroupWithoutTeams(GroupId group) {
        super(Kind.UNACCEPTABLE, "group-without-teams", "Group " + group.value() + " needs at least one team");
    }
}
