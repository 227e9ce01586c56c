package org.groeipuls.api.analyst;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.tree.EventLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each event holds, as JSON schemas that are made from the records themselves. */
public final class EventSchemas {
    /** What schemas are sent as. */
    public static final String MEDIA_TYPE = "application/schema+json";

    private final Map<String, Class<?>> events;
    private final JsonMapper json = StrictJson.mapper();

    public EventSchemas(EventNames names) {
        this.events = new TreeMap<>(names.known());
    }

    /** An event of a revision, the name of its schema, and its address under {@code /api/v1}. */
    public record Listed(String type, String revision, String dataschema, String schema) {}

    /** All of them, in the order of their names. */
    public List<Listed> all() {
        return events.keySet().stream()
                .map(key -> key.split("/"))
                .map(of -> new Listed(
                        of[0], of[1], EventLine.schema(of[0], of[1]), "/history/schemas/" + of[0] + "/" + of[1]))
                .toList();
    }

    /** The schema of an event; empty when there is no such type or revision. */
    public Optional<JsonNode> find(String type, String revision) {
        var event = events.get(type + "/" + revision);
        return event == null
                ? Optional.empty()
                : Optional.of(SchemaOf.event(json, event)
                        .put("$id", EventLine.schema(type, revision))
                        .put("title", type + ", revision " + revision));
    }
}
