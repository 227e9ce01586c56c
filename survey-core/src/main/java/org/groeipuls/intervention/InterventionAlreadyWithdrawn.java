package org.groeipuls.intervention;

import org.groeipuls.refusal.Refusal;

/** What was taken back does not come back under the same id. */
public final class InterventionAlreadyWithdrawn extends Refusal {
    private static final long serialVersionUID = 1;

    InterventionAlreadyWithdrawn(InterventionId intervention) {
        super(
                Kind.CONFLICT,
                "intervention-already-withdrawn",
                "Intervention " + intervention.value() + " was withdrawn; record it anew under another id");
    }
}
