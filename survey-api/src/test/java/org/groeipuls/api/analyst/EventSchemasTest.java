package org.groeipuls.api.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.api.storage.EventNames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of docs/events say what the records say, and what is stored out there is what they say. */
class EventSchemasTest {
    private static final Path FOLDER = Path.of("../docs/events");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/events");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final EventSchemas schemas = new EventSchemas(EventNames.create());

    static Stream<String> events() {
        return EventNames.create().known().keySet().stream().sorted();
    }

    static Stream<String> golden() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean("messages.update")) {
            var made = new EventSchemas(EventNames.create());
            Files.createDirectories(FOLDER);
            for (var event : events().toList()) {
                var of = event.split("/");
                Files.writeString(file(of), written(made.find(of[0], of[1]).orElseThrow()));
            }
        }
    }

    private static Path file(String... of) {
        return FOLDER.resolve(of[0] + "." + of[1] + ".json");
    }

    private static String written(JsonNode schema) {
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private JsonNode schema(String type, String revision) {
        return schemas.find(type, revision).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_schema_that_is_published_is_made_from_the_record(String event) throws IOException {
        var of = event.split("/");

        assertThat(Files.readString(file(of)))
                .as("write it anew with ./mvnw verify -Dmessages.update=true")
                .isEqualTo(written(schema(of[0], of[1])));
    }

    @Test
    void no_schema_is_left_of_an_event_that_is_gone() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(events().map(event -> event.replace('/', '.') + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void what_is_stored_is_what_the_schema_says(String file) throws IOException {
        var of = file.split("\\.");
        var stored = JSON.readTree(Files.readString(GOLDEN.resolve(file)));

        assertThat(faults("", stored, schema(of[0], of[1]))).isEmpty();
    }

    @Test
    void an_event_of_another_shape_is_seen_not_to_be_what_the_schema_says() {
        var schema = schema("PulseOpened", "1");

        assertThat(faults("", JSON.readTree("{\"pulse\":\"p\"}"), schema)).isEmpty();
        assertThat(faults("", JSON.readTree("{}"), schema)).hasSize(1);
        assertThat(faults("", JSON.readTree("{\"pulse\":7}"), schema)).hasSize(1);
        assertThat(faults("", JSON.readTree("{\"pulse\":\"p\",\"more\":1}"), schema))
                .hasSize(1);
    }

    private static List<String> faults(String at, JsonNode value, JsonNode schema) {
        List<String> faults = new ArrayList<>();
        if (schema.has("oneOf")) {
            long fitting = schema.get("oneOf")
                    .valueStream()
                    .filter(choice -> faults(at, value, choice).isEmpty())
                    .count();
            return fitting == 1 ? faults : List.of(at + " is " + fitting + " of the choices");
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            return List.of(at + " is another word");
        }
        var type = schema.path("type").asString("");
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!fits) {
            faults.add(at + " is no " + type);
        } else if (value.isObject() && schema.has("properties")) {
            var names = new TreeSet<>(value.propertyNames());
            schema.path("required").forEach(name -> {
                if (!names.contains(name.asString())) {
                    faults.add(at + "/" + name.asString() + " is missing");
                }
            });
            for (var name : names) {
                if (schema.get("properties").has(name)) {
                    faults.addAll(faults(
                            at + "/" + name,
                            value.get(name),
                            schema.get("properties").get(name)));
                } else {
                    faults.add(at + "/" + name + " is not known");
                }
            }
        } else if (value.isObject() && schema.has("additionalProperties")) {
            value.forEachEntry(
                    (name, child) -> faults.addAll(faults(at + "/" + name, child, schema.get("additionalProperties"))));
        } else if (value.isArray()) {
            value.forEach(child -> faults.addAll(faults(at + "/*", child, schema.path("items"))));
        }
        return faults;
    }
}
