package org.groeipuls.action;

import org.groeipuls.refusal.Refusal;

/** The id belongs to an action of another team. */
public final class ActionOfOtherTeam extends Refusal {
    private static final long serialVersionUID = 1;

    ActionOfOtherTeam(ActionId action) {
        super(
                Kind.CONFLICT,
                "action-of-other-team",
                "The id " + action.value() + " is in use by another team; take another one");
    }
}
