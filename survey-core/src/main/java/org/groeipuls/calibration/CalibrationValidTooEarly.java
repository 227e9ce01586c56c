package org.groeipuls.calibration;

import java.time.LocalDate;
import org.groeipuls.refusal.Refusal;

/** Constants cannot hold for a day on which a pulse may have closed already. */
public final class CalibrationValidTooEarly extends Refusal {
    private static final long serialVersionUID = 1;

    CalibrationValidTooEarly(LocalDate first) {
        super(
                Kind.UNACCEPTABLE,
                "calibration-valid-too-early",
                "Constants hold from a day to come, so that no closed pulse is computed otherwise: validFrom is "
                        + first + " or later");
    }
}
