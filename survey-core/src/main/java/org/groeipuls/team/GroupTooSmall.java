package org.groeipuls.team;

import org.groeipuls.refusal.Refusal;

/** A group has too few people to be asked without pointing at one of them. */
public final class GroupTooSmall extends Refusal {
    private static final long serialVersionUID = 1;

    public GroupTooSmall(GroupId group, int eligible) {
        super(
                Kind.UNACCEPTABLE,
                "group-too-small",
                "Group " + group.value() + " has " + eligible + " people; a group has at least " + Group.SMALLEST
                        + ", better " + Group.ADVISED + " or more. Combine it with a neighbouring team");
    }
}
