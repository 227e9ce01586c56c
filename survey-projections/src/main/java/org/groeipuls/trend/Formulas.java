package org.groeipuls.trend;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;

/**
 * With what released figures become points: what was asked, and by which rule and constants it is scored.
 *
 * @param pulses a pulse as history knows it so far
 * @param instruments an instrument by its key
 * @param counted the constants that a count names, with which it made its own sums
 * @param wanted the constants that scores are to be computed with, by the version that the count names
 * @param rules the rule that holds for a pulse that closes on a day (UTC)
 */
record Formulas(
        Function<PulseId, KnownPulse> pulses,
        Function<InstrumentKey, Instrument> instruments,
        Calibrations counted,
        Calibrations wanted,
        Function<LocalDate, ScoringRule> rules) {
    ScoringRule rule(KnownPulse pulse) {
        return rules.apply(LocalDate.ofInstant(pulse.closesAt(), ZoneOffset.UTC));
    }

    /**
     * How one block is scored.
     *
     * @param counted the constants that its sums over scales were made with
     */
    record Scoring(ScoringRule rule, Calibration counted, Calibration wanted) {}

    /** @param calibration the version that the count names */
    Scoring scoring(KnownPulse pulse, String calibration) {
        return new Scoring(rule(pulse), counted.version(calibration), wanted.version(calibration));
    }
}
