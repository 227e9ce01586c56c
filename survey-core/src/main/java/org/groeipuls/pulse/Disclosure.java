package org.groeipuls.pulse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In what form figures of a block leave the box; frozen in the pulse and announced before answering. */
public enum Disclosure {
    /** Only in which class the sum of an item's answers falls; the default. */
    @JsonProperty("banded")
    BANDED,
    /** Tallies from the minimum up, as others do. */
    @JsonProperty("exact")
    EXACT
}
