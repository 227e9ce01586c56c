package org.groeipuls.api.replay;

import java.time.LocalDate;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.calibration.Constants;
import org.groeipuls.rule.InstrumentMapping;
import org.groeipuls.rule.ScoringRule;
import org.jspecify.annotations.Nullable;

/**
 * What a replay takes instead of what held at the time; what is absent is as it was.
 *
 * @param rule for all pulses
 * @param calibration constants for all pulses, by their version; with {@code constants} the version they are tried under
 * @param constants stated constants that were not adopted
 * @param mapping which items of one instrument stand for items of another
 * @param asOf the last recorded day of history that counts
 */
public record ReplayTerms(
        @Nullable ScoringRule rule,
        @Nullable CalibrationVersion calibration,
        @Nullable Constants constants,
        @Nullable InstrumentMapping mapping,
        @Nullable LocalDate asOf) {}
