package org.groeipuls.simulation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.TicketMode;
import org.jspecify.annotations.Nullable;

/**
 * A pulse as it is to be issued, in one layer.
 *
 * @param form name of a form, or {@code rotate}
 * @param issuedAt when it is issued and its links can be had; not after {@code opensAt}
 * @param spreadMinimum under {@code exact} from how many answers on spread is released; null for what is usual
 */
public record PulsePlan(
        String pulse,
        String instrument,
        String form,
        List<String> groups,
        Instant issuedAt,
        Instant opensAt,
        Instant closesAt,
        Disclosure disclosure,
        TicketMode tickets,
        @Nullable Integer spreadMinimum) {
    /** With what is usual. */
    public PulsePlan(
            String pulse,
            String instrument,
            String form,
            List<String> groups,
            Instant issuedAt,
            Instant opensAt,
            Instant closesAt,
            Disclosure disclosure,
            TicketMode tickets) {
        this(pulse, instrument, form, groups, issuedAt, opensAt, closesAt, disclosure, tickets, null);
    }

    /** By link. */
    public PulsePlan(
            String pulse,
            String instrument,
            String form,
            List<String> groups,
            Instant issuedAt,
            Instant opensAt,
            Instant closesAt,
            Disclosure disclosure) {
        this(pulse, instrument, form, groups, issuedAt, opensAt, closesAt, disclosure, TicketMode.LINK);
    }

    public PulsePlan {
        groups = List.copyOf(groups);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("instrument", instrument);
        body.put("form", form);
        body.put("groups", groups);
        body.put("ticketsFrom", issuedAt.toString());
        body.put("opensAt", opensAt.toString());
        body.put("closesAt", closesAt.toString());
        body.put("disclosure", disclosure);
        body.put("tickets", tickets);
        body.put("layers", 1);
        if (spreadMinimum != null) {
            body.put("spreadMinimum", spreadMinimum);
        }
        return body;
    }
}
