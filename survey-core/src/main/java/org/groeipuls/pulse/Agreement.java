package org.groeipuls.pulse;

import java.time.LocalDate;

/** The works council's consent to asking: where it is written down, and of which day it is. */
public record Agreement(String reference, LocalDate date) {
    /** @throws PulseNotIssuable when a part is missing */
    public Agreement {
        if (reference == null || date == null) {
            throw new PulseNotIssuable("agreement-missing", "agreement has a reference and a date, such as 2026-01-31");
        }
    }
}
