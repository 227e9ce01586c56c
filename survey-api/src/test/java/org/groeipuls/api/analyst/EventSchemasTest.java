package org.groeipuls.api.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.api.storage.EventNames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void every_revision_that_was_ever_stored_keeps_its_schema_and_what_is_stored_is_what_that_says()
            throws IOException {
        assertThat(kept(FOLDER, GOLDEN, EventNames.create().known().keySet())).isEmpty();
        assertThat(EventSchemas.published().keySet())
                .as("the server has them with it")
                .isEqualTo(names(FOLDER));
    }

    /** What is wrong with published schemas, given what was ever stored and which revisions are written now. */
    private static List<String> kept(Path schemas, Path golden, Set<String> known) throws IOException {
        var needed = new TreeSet<>(names(golden));
        needed.addAll(known);
        List<String> faults = new ArrayList<>();
        var there = names(schemas);
        needed.stream()
                .filter(event -> !there.contains(event))
                .forEach(event -> faults.add(event + ": its schema is gone; every revision keeps it"));
        there.stream()
                .filter(event -> !needed.contains(event))
                .forEach(event -> faults.add(event + ": was never stored"));
        try (var files = Files.list(golden)) {
            for (var file : files.sorted().toList()) {
                var event = event(file);
                if (there.contains(event)) {
                    var schema = JSON.readTree(Files.readString(schemas.resolve(event.replace('/', '.') + ".json")));
                    faults("", JSON.readTree(Files.readString(file)), schema)
                            .forEach(fault -> faults.add(event + ": " + fault));
                }
            }
        }
        return faults;
    }

    private static String event(Path file) {
        var of = file.getFileName().toString().split("\\.");
        return of[0] + "/" + of[1];
    }

    private static Set<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(EventSchemasTest::event).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void an_event_that_gets_a_second_revision_keeps_the_schema_of_its_first(@TempDir Path made) throws IOException {
        var golden = Files.createDirectory(made.resolve("golden"));
        var folder = Files.createDirectory(made.resolve("schemas"));
        Files.writeString(golden.resolve("Asked.1.json"), "{\"pulse\":\"p\"}");
        Files.writeString(golden.resolve("Asked.2.json"), "{\"pulse\":\"p\",\"how\":\"link\"}");
        var first = "{\"type\":\"object\",\"properties\":{\"pulse\":{\"type\":\"string\"}},\"required\":[\"pulse\"]}";
        var second = first.replace("}},", "},\"how\":{\"type\":\"string\"}},").replace("[", "[\"how\",");
        Files.writeString(folder.resolve("Asked.1.json"), first);
        Files.writeString(folder.resolve("Asked.2.json"), second);
        assertThat(kept(folder, golden, Set.of("Asked/2"))).isEmpty();

        Files.writeString(folder.resolve("Asked.1.json"), second);
        assertThat(kept(folder, golden, Set.of("Asked/2"))).containsExactly("Asked/1: /how is missing");
        Files.delete(folder.resolve("Asked.1.json"));
        assertThat(kept(folder, golden, Set.of("Asked/2")))
                .containsExactly("Asked/1: its schema is gone; every revision keeps it");
        Files.writeString(folder.resolve("Asked.1.json"), first);
        Files.writeString(folder.resolve("Asked.3.json"), second);
        assertThat(kept(folder, golden, Set.of("Asked/2"))).containsExactly("Asked/3: was never stored");
    }

    @Test
    void the_schema_of_an_earlier_revision_is_given_as_it_was_published_and_of_a_present_one_as_it_is() {
        var published = new EventSchemas(
                EventNames.create(),
                Map.of("PulseOpened/0", JSON.readTree("{\"title\":\"then\"}"), "PulseOpened/1", JSON.readTree("{}")));

        assertThat(published
                        .find("PulseOpened", "0")
                        .orElseThrow()
                        .path("title")
                        .asString())
                .isEqualTo("then");
        assertThat(published.find("PulseOpened", "1")).contains(schema("PulseOpened", "1"));
        assertThat(published.find("PulseOpened", "2")).isEmpty();
        assertThat(published.all().stream().map(one -> one.type() + "/" + one.revision()))
                .containsSubsequence("PulseOpened/0", "PulseOpened/1")
                .hasSize(EventNames.create().known().size() + 1);
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
