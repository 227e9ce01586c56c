package org.groeipuls.release;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a figure is not shown; decided from numbers of answers and structure, never from the answers themselves. */
public enum Withheld {
    /** Fewer answers than the pulse's minimum. */
    TOO_FEW_ANSWERS,
    /** A few people answered the scale partly, or whole, so its items next to its total would point at them. */
    PARTLY_ANSWERED,
    /** The group had too few answers and was counted together with others, so it has no value of its own. */
    MERGED;

    /** The stable word in history and on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
