package org.groeipuls.ballot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The terms of a pulse as its server publishes them (GET /api/v1/pulses/{pulse}), for whoever seals ballots or takes
 * the outer layer off: the same that were frozen in history.
 */
public final class PublishedTerms {
    private PublishedTerms() {}

    /** @throws IllegalArgumentException when something is missing or is not what such a pulse has */
    public static BoxTerms read(JsonNode pulse) {
        try {
            JsonNode keys = pulse.required("keys");
            Map<String, GroupTerms> groups = new HashMap<>();
            for (JsonNode group : pulse.required("groups")) {
                String id = group.required("group").stringValue();
                groups.put(
                        id,
                        new GroupTerms(items(group), group.required("eligible").intValue(), ticketKey(keys, id)));
            }
            return new BoxTerms(
                    pulse.required("pulse").stringValue(),
                    Instant.parse(pulse.required("dates").required("opensAt").stringValue()),
                    Instant.parse(pulse.required("closesAt").stringValue()),
                    groups,
                    PublicKeys.ofBase64(
                            keys.required("operator").stringValue(),
                            keys.required("council").stringValue()),
                    pulse.required("rules").required("layers").intValue() == 2);
        } catch (JacksonException | java.time.DateTimeException incomplete) {
            throw new IllegalArgumentException("This is no pulse as a server publishes it", incomplete);
        }
    }

    private static List<String> items(JsonNode group) {
        List<String> items = new ArrayList<>();
        group.required("items").forEach(item -> items.add(item.stringValue()));
        return items;
    }

    private static @Nullable TicketKey ticketKey(JsonNode keys, String group) {
        JsonNode signer = keys.path("tickets").path(group);
        return signer.isMissingNode()
                ? null
                : TicketKey.ofBase64(signer.required("key").stringValue());
    }
}
