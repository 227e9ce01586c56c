package org.groeipuls.ballot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.ballot.BoxTerms.Content;
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
        return checked(() -> {
            JsonNode keys = pulse.required("keys");
            Map<String, GroupTerms> groups = new HashMap<>();
            for (JsonNode group : pulse.required("groups")) {
                String id = group.required("group").stringValue();
                groups.put(
                        id,
                        new GroupTerms(
                                items(group),
                                group.required("eligible").intValue(),
                                ticketKey(keys.path("tickets").path(id))));
            }
            return terms(pulse, pulse.required("pulse").stringValue(), keys, groups, Content.ANSWERS);
        });
    }

    /**
     * The terms of its text box, with units in the place of groups; empty when there is no open question.
     *
     * @throws IllegalArgumentException when something is missing or is not what such a pulse has
     */
    public static Optional<BoxTerms> texts(JsonNode pulse) {
        JsonNode openText = pulse.path("openText");
        if (!openText.isObject()) {
            return Optional.empty();
        }
        return Optional.of(checked(() -> {
            Map<String, GroupTerms> units = new HashMap<>();
            for (JsonNode unit : openText.required("units")) {
                units.put(
                        unit.required("unit").stringValue(),
                        new GroupTerms(
                                List.of(), unit.required("eligible").intValue(), ticketKey(unit.path("ticket"))));
            }
            String box = TextBox.of(pulse.required("pulse").stringValue());
            return terms(pulse, box, openText, units, Content.TEXTS);
        }));
    }

    /** The unit in whose name a group's people write; empty when they are not asked to. */
    public static Optional<String> textUnit(JsonNode pulse, String group) {
        return pulse.path("openText")
                .path("units")
                .valueStream()
                .filter(unit -> unit.path("groups")
                        .valueStream()
                        .anyMatch(member -> member.asString().equals(group)))
                .map(unit -> unit.required("unit").stringValue())
                .findFirst();
    }

    private static BoxTerms checked(Supplier<BoxTerms> reading) {
        try {
            return reading.get();
        } catch (JacksonException | java.time.DateTimeException incomplete) {
            throw new IllegalArgumentException("This is no pulse as a server publishes it", incomplete);
        }
    }

    private static BoxTerms terms(
            JsonNode pulse, String box, JsonNode keys, Map<String, GroupTerms> groups, Content content) {
        return new BoxTerms(
                box,
                Instant.parse(pulse.required("dates").required("opensAt").stringValue()),
                Instant.parse(pulse.required("closesAt").stringValue()),
                groups,
                PublicKeys.ofBase64(
                        keys.required("operator").stringValue(),
                        keys.required("council").stringValue()),
                pulse.required("rules").required("layers").intValue() == 2,
                content);
    }

    private static List<String> items(JsonNode group) {
        List<String> items = new ArrayList<>();
        group.required("items").forEach(item -> items.add(item.stringValue()));
        return items;
    }

    private static @Nullable TicketKey ticketKey(JsonNode signer) {
        return signer.isObject() ? TicketKey.ofBase64(signer.required("key").stringValue()) : null;
    }
}
