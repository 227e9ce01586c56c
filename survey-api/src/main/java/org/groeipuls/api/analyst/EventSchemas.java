package org.groeipuls.api.analyst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.tree.EventLine;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each event holds, as JSON schemas: of present revisions made from the records themselves, of earlier ones, of which
 * events may still be stored, as they were published.
 */
public final class EventSchemas {
    /** What schemas are sent as. */
    public static final String MEDIA_TYPE = "application/schema+json";

    private static final String FILES = "classpath:org/groeipuls/api/analyst/events/*.json";
    private static final JsonMapper JSON = StrictJson.mapper();

    private final SortedMap<String, Supplier<JsonNode>> schemas = new TreeMap<>();

    public EventSchemas(EventNames names) {
        this(names, published());
    }

    /** @param published all schemas that ever were, by type and revision, {@code PulseOpened/1} */
    EventSchemas(EventNames names, Map<String, JsonNode> published) {
        published.forEach((event, schema) -> schemas.put(event, () -> schema));
        names.known().forEach((event, record) -> schemas.put(event, () -> made(event.split("/"), record)));
    }

    private static JsonNode made(String[] event, Class<?> record) {
        return SchemaOf.event(JSON, record)
                .put("$id", EventLine.schema(event[0], event[1]))
                .put("title", event[0] + ", revision " + event[1]);
    }

    /** The files of docs/events, which are part of the server. */
    static Map<String, JsonNode> published() {
        Map<String, JsonNode> published = new TreeMap<>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var of = String.valueOf(file.getFilename()).split("\\.");
                try (var content = file.getInputStream()) {
                    published.put(of[0] + "/" + of[1], JSON.readTree(content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The schemas of events cannot be read", e);
        }
        return published;
    }

    /** An event of a revision, the name of its schema, and its address under {@code /api/v1}. */
    public record Listed(String type, String revision, String dataschema, String schema) {}

    /** All of them, in the order of their names. */
    public List<Listed> all() {
        return schemas.keySet().stream()
                .map(key -> key.split("/"))
                .map(of -> new Listed(
                        of[0], of[1], EventLine.schema(of[0], of[1]), "/history/schemas/" + of[0] + "/" + of[1]))
                .toList();
    }

    /** The schema of an event; empty when there was never such a type or revision. */
    public Optional<JsonNode> find(String type, String revision) {
        return Optional.ofNullable(schemas.get(type + "/" + revision)).map(Supplier::get);
    }
}
