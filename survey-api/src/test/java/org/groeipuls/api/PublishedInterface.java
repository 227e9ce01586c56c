package org.groeipuls.api;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The published interface (docs/openapi.yaml) as a judge: every request that a server takes and every answer that it gives
 * must be as that says, and hold nothing that it does not tell.
 */
final class PublishedInterface {
    private static final Path FILE = Path.of("../docs/openapi.yaml");
    private static final String BASE = "/api/v1/";
    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode components;
    private final List<Route> routes = new ArrayList<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private record Route(Pattern path, int variables, JsonNode operations) {}

    /** @param document the OpenAPI document */
    PublishedInterface(JsonNode document) {
        this.components = closed(document.path("components"));
        document.path("paths")
                .forEachEntry((path, operations) -> routes.add(new Route(
                        Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+")),
                        path.split("\\{", -1).length,
                        operations)));
        routes.sort(Comparator.comparingInt(Route::variables));
    }

    /** The one that is committed. */
    static PublishedInterface committed() {
        try {
            return new PublishedInterface(new YAMLMapper().readTree(Files.readString(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is told of an object is all that it holds, unless it is made of parts. */
    private static JsonNode closed(JsonNode components) {
        var copy = components.deepCopy();
        for (var schema : copy.path("schemas")) {
            if (schema instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")
                    && !object.has("oneOf")
                    && !object.has("discriminator")) {
                object.put("additionalProperties", false);
            }
        }
        return copy;
    }

    /**
     * What is not as it is published; empty when all is.
     *
     * @param sent the JSON of the request; null for none. What is sent where nothing is told of is not read
     */
    List<String> faults(String method, String path, @Nullable String sent, Reply reply) {
        if (!path.startsWith(BASE) || path.startsWith(BASE + "openapi")) {
            return List.of();
        }
        var operation = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(route -> route.operations().path(method.toLowerCase(Locale.ROOT)))
                .findFirst()
                .filter(JsonNode::isObject);
        List<String> faults = new ArrayList<>();
        operation.ifPresent(told -> {
            answer(told, reply).ifPresent(fault -> faults.add("answer " + reply.status() + ": " + fault));
            var asked = told.at("/requestBody/content/application~1json/schema");
            if (sent != null && asked.isObject() && reply.status() / 100 == 2) {
                against(asked, MAPPER.readTree(sent)).ifPresent(fault -> faults.add("request: " + fault));
            }
        });
        if (operation.isEmpty() && reply.status() / 100 == 2) {
            faults.add("is not told of");
        }
        return faults;
    }

    private Optional<String> answer(JsonNode operation, Reply reply) {
        var responses = operation.path("responses");
        var status = String.valueOf(reply.status());
        if (!responses.has(status) && reply.status() < 400) {
            return reply.status() == 304 ? Optional.empty() : Optional.of("is not told of");
        }
        var told = responses.has(status) ? responses.path(status) : responses.path("default");
        var type = reply.header("content-type").replaceFirst(";.*", "");
        if (type.isEmpty()) {
            return reply.bytes().length == 0 ? Optional.empty() : Optional.of("has no content type");
        }
        var content = told.path("content").properties().stream()
                .filter(known -> known.getKey().replaceFirst(";.*", "").equals(type))
                .findFirst();
        if (content.isEmpty()) {
            return Optional.of("is not told of as " + type);
        }
        return type.equals(JSON) || type.equals("application/problem+json")
                ? against(content.get().getValue().path("schema"), reply.json())
                : Optional.empty();
    }

    private Optional<String> against(JsonNode schema, JsonNode value) {
        if (!schema.isObject()) {
            return Optional.of("holds JSON of which nothing is told");
        }
        var errors = schemas.computeIfAbsent(schema, this::compiled).validate(value);
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.toString());
    }

    private Schema compiled(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        return registry.getSchema(whole);
    }
}
