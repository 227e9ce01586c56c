package org.groeipuls.anonymity;

import org.groeipuls.refusal.Refusal;

/** The keys of a pulse were made for another outer layer, and keys are never exchanged. */
public final class CouncilKeyDiffers extends Refusal {
    private static final long serialVersionUID = 1;

    CouncilKeyDiffers(String pulse) {
        super(
                Kind.CONFLICT,
                "council-key-differs",
                "The keys of pulse " + pulse
                        + " were made with another key of the works council, and are never exchanged; take another id");
    }
}
