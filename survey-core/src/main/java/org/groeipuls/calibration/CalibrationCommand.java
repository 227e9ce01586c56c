package org.groeipuls.calibration;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a calibration. */
public sealed interface CalibrationCommand {
    /**
     * Adopts constants under a version, for good; saying the same again changes nothing.
     *
     * @param validFrom pulses that close on or after this day (UTC) are counted with them; after {@code today}
     * @param today the day on which it is said
     */
    record AdoptCalibration(
            @TargetAggregateIdentifier CalibrationVersion calibration,
            Constants constants,
            Origin origin,
            LocalDate validFrom,
            LocalDate today)
            implements CalibrationCommand {}
}
