package org.groeipuls.pulse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How "one answer per person" is kept; frozen in the pulse and announced before answering. */
public enum TicketMode {
    /** A blindly signed ticket: nobody can tell whose it is. */
    @JsonProperty("blind")
    BLIND,
    /** A personal one-time code in a link: confidential, not anonymous. */
    @JsonProperty("link")
    LINK
}
