package org.groeipuls.api.analyst;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.rule.InstrumentMapping;
import org.groeipuls.rule.RuleNotAllowed;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * What is to be computed anew, and with what instead of what held at the time. What is absent stays as it was; an empty
 * request makes the same figures again.
 *
 * @param calibration a version that was adopted or comes along; with {@code constants} the name to try them under
 * @param constants constants that were not adopted
 * @param lexicon is refused: texts are read by the list that was in force when they were released, and by no other
 * @param asOf the last recorded day that counts, before today
 */
public record ReplayRequest(
        @Nullable @Valid RuleRequest rule,
        @Nullable CalibrationVersion calibration,
        @Nullable StatedConstants constants,
        @Nullable @Size(max = 64) String lexicon,
        @Nullable @Valid MappingRequest mapping,
        @Nullable LocalDate asOf) {
    /**
     * A scoring rule.
     *
     * @param name of one's own, such as {@code leads-twice@1}
     * @param weights item to weight, 0 or .1 to 10; 1 where absent
     * @param reversed items to turn against the key of the instrument
     * @param outcomes from where on a change is named
     */
    public record RuleRequest(
            @NotNull RuleVersion name,
            @Nullable @Size(max = Instrument.MOST_ITEMS) Map<@NotNull String, @NotNull Number> weights,
            @Nullable @Size(max = Instrument.MOST_ITEMS) List<@NotNull String> reversed,
            @Nullable Limits outcomes) {
        /** @throws RuleNotAllowed when there cannot be such a rule */
        public ScoringRule rule() {
            SortedMap<String, Double> doubles = new TreeMap<>();
            if (weights != null) {
                weights.forEach((item, weight) -> doubles.put(item, weight.doubleValue()));
            }
            return new ScoringRule(
                    name,
                    doubles,
                    reversed == null ? new TreeSet<>() : new TreeSet<>(reversed),
                    outcomes == null ? Thresholds.DEFAULT : outcomes.thresholds());
        }
    }

    /**
     * Limits of outcomes; what is absent is as in the rule that comes along.
     *
     * @param alpha the chance of a false alarm below which a change is named
     * @param smallest the least change, in points, that is worth a word
     * @param steadyWithin within how many points of no change a line is about the same
     */
    public record Limits(
            @Nullable Number alpha,
            @Nullable Number smallest,
            @Nullable Number steadyWithin) {
        Thresholds thresholds() {
            var otherwise = Thresholds.DEFAULT;
            try {
                return new Thresholds(
                        alpha == null ? otherwise.alpha() : alpha.doubleValue(),
                        smallest == null ? otherwise.smallest() : smallest.doubleValue(),
                        steadyWithin == null ? otherwise.steadyWithin() : steadyWithin.doubleValue());
            } catch (IllegalArgumentException outside) {
                throw new RuleNotAllowed(String.valueOf(outside.getMessage()));
            }
        }
    }

    /** @param items item of {@code from} to the item of {@code to} that it stands for */
    public record MappingRequest(
            @NotNull InstrumentKey from,
            @NotNull InstrumentKey to,

            @NotNull @Size(min = 1, max = Instrument.MOST_ITEMS)
            Map<@NotNull String, @NotNull String> items) {
        InstrumentMapping mapping() {
            return new InstrumentMapping(from, to, new TreeMap<>(items));
        }
    }
}
