package org.groeipuls.calibration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;

/**
 * How constants came about.
 *
 * @param source for stated constants: where they come from, in words
 * @param rule for estimated constants: name and version of how they were estimated
 * @param pulses for estimated constants: from which pulses' releases
 * @param groups for estimated constants: how many lines had points enough; 30 or more
 */
public record Origin(
        Way way,
        @Nullable String source,
        @Nullable String rule,
        List<PulseId> pulses,
        @Nullable Integer groups) {
    /** From this organisation, or from outside. */
    public enum Way {
        ESTIMATED("estimated"),
        STATED("stated");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** The stable name in API and history. */
        @JsonValue
        public String word() {
            return word;
        }
    }

    public Origin {
        pulses = List.copyOf(pulses);
    }

    /** Constants from outside. */
    public static Origin stated(String source) {
        return new Origin(Way.STATED, source, null, List.of(), null);
    }

    /** Constants that these releases give. */
    public static Origin estimated(String rule, List<PulseId> pulses, int groups) {
        return new Origin(Way.ESTIMATED, null, rule, pulses, groups);
    }
}
