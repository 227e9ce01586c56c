package org.groeipuls.pulse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a pulse is open, to the second: finer instants are cut, so that every store keeps what was said.
 *
 * @param ticketsFrom from when tickets and links can be handed out; not after {@code opensAt}
 * @param opensAt from when ballots are accepted
 * @param closesAt from when none is
 */
public record PulseDates(Instant ticketsFrom, Instant opensAt, Instant closesAt) {
    public PulseDates {
        ticketsFrom = ticketsFrom.truncatedTo(ChronoUnit.SECONDS);
        opensAt = opensAt.truncatedTo(ChronoUnit.SECONDS);
        closesAt = closesAt.truncatedTo(ChronoUnit.SECONDS);
    }

    void check(Instant now) {
        if (!opensAt.isBefore(closesAt)) {
            throw new PulseNotIssuable("dates-not-allowed", "closesAt lies after opensAt");
        }
        if (ticketsFrom.isAfter(opensAt)) {
            throw new PulseNotIssuable("dates-not-allowed", "ticketsFrom lies at or before opensAt");
        }
        if (opensAt.isBefore(now.truncatedTo(ChronoUnit.SECONDS))) {
            throw new PulseNotIssuable("dates-not-allowed", "opensAt lies in the future when a pulse is issued");
        }
    }
}
