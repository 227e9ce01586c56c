package org.groeipuls.attack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an attack ended. */
public enum Outcome {
    /** It failed: the promise holds. */
    FAILED,
    /** It succeeded: the promise is broken. */
    SUCCEEDED,
    /** It was left out on purpose; the finding says why. */
    NOT_RUN,
    /** It could not be run to its end; the finding says why. */
    BROKE_OFF,
    /** This version has nothing that it could be aimed at. */
    NOT_APPLICABLE;

    /** The stable word in the report. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
