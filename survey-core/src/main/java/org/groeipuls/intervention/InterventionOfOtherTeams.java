package org.groeipuls.intervention;

import org.groeipuls.refusal.Refusal;

/** The id belongs to something that was done in other teams. */
public final class InterventionOfOtherTeams extends Refusal {
    private static final long serialVersionUID = 1;

    InterventionOfOtherTeams(InterventionId intervention) {
        super(
                Kind.CONFLICT,
                "intervention-of-other-teams",
                "The id " + intervention.value() + " is in use by other teams; take another one");
    }
}
