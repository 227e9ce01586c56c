package org.groeipuls.pulse;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a pulse has come: issued, open, closed, then counted; or cancelled from any state before that. */
public enum PulseState {
    ISSUED,
    OPEN,
    CLOSED,
    COUNTED,
    CANCELLED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
