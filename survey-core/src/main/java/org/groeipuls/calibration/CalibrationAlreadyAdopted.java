package org.groeipuls.calibration;

import org.groeipuls.refusal.Refusal;

/** Other content stands under this version already. */
public final class CalibrationAlreadyAdopted extends Refusal {
    private static final long serialVersionUID = 1;

    public CalibrationAlreadyAdopted(CalibrationVersion calibration) {
        super(
                Kind.CONFLICT,
                "calibration-already-adopted",
                "Other constants stand under " + calibration.value()
                        + " and never change: adopt yours under a new version");
    }
}
