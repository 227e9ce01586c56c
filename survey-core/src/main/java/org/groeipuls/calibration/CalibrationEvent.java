package org.groeipuls.calibration;

import java.time.LocalDate;
import org.groeipuls.scoring.Calibration;

/** What can happen to a calibration: it is adopted, once. */
public sealed interface CalibrationEvent {
    CalibrationVersion calibration();

    /**
     * Constants were adopted: pulses that close on or after the day are counted with them. Estimated ones follow from
     * released figures and the organisation's record alone, and stated ones come from elsewhere, so they tell nothing of
     * anybody that was not released.
     *
     * @param validFrom a day (UTC) after the one on which they were adopted
     */
    record CalibrationAdopted(CalibrationVersion calibration, Constants constants, Origin origin, LocalDate validFrom)
            implements CalibrationEvent {
        /** The constants as formulas take them. */
        public Calibration asCalibration() {
            return constants.calibration(calibration, origin.way() == Origin.Way.ESTIMATED);
        }
    }
}
