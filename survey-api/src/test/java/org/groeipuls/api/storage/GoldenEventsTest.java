package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.groeipuls.api.storage.EventNames.UnknownEvent;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands in stores out there. A file under {@code golden/events} is never changed: another shape is another
 * revision, with a step in {@link Revisions} and a file of its own, and under {@code golden/read} stands what the step makes
 * of the old one. {@code -Dgolden.write=true} writes files that are missing.
 */
class GoldenEventsTest {
    private static final Path FILES = Path.of("src/test/resources/golden/events");

    private final EventNames events = EventNames.create();

    static Stream<String> names() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            for (var sample : Samples.all().entrySet()) {
                var file = FILES.resolve(sample.getKey() + ".json");
                if (Files.notExists(file)) {
                    Files.createDirectories(FILES);
                    Files.writeString(file, written(sample.getValue()) + "\n");
                }
            }
        }
        return Samples.all().keySet().stream();
    }

    private static String written(Object event) {
        return EventNames.create().serialize(event, String.class).getData();
    }

    private static String golden(String name) throws IOException {
        return Files.readString(FILES.resolve(name + ".json")).stripTrailing();
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_event_is_written_as_ever_and_what_was_written_is_read(String name) throws IOException {
        var event = Objects.requireNonNull(Samples.all().get(name));
        var type = name.split("\\.");

        assertThat(written(event)).isEqualTo(golden(name));
        assertThat(read(golden(name), type[0], type[1])).isEqualTo(event);
    }

    private Object read(String json, String type, String revision) {
        return events.deserialize(new SimpleSerializedObject<>(json, String.class, type, revision));
    }

    @Test
    void every_event_has_a_file_and_every_file_an_event() throws IOException {
        try (var files = Files.list(FILES)) {
            var kinds = files.map(file -> file.getFileName().toString().split("\\."))
                    .map(parts -> parts[0] + "/" + parts[1])
                    .collect(Collectors.toSet());
            assertThat(kinds).containsAll(events.known().keySet()).hasSizeGreaterThanOrEqualTo(14);
            for (var kind : kinds) {
                if (!events.known().containsKey(kind)) {
                    wasEarlier(kind.split("/"));
                }
            }
        }
        for (var sample : Samples.all().entrySet()) {
            var type = events.typeForClass(sample.getValue().getClass());
            assertThat(sample.getKey()).startsWith(type.getName() + "." + type.getRevision());
        }
    }

    /** Of an event of an earlier revision a pair is kept: what was stored, and how it is read. */
    private void wasEarlier(String[] kind) throws IOException {
        var name = kind[0] + "." + kind[1] + ".json";
        var stored = Files.readString(FILES.resolve(name)).stripTrailing();
        var read = Files.readString(FILES.resolveSibling("read").resolve(name)).stripTrailing();
        assertThat(written(read(stored, kind[0], kind[1]))).isEqualTo(read);
    }

    @Test
    void an_event_is_stored_under_its_own_name_and_not_that_of_its_class() {
        var stored = events.serialize(new PulseOpened(new org.groeipuls.pulse.PulseId("p")), String.class);

        assertThat(stored.getType().getName()).isEqualTo("PulseOpened");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void what_this_version_does_not_know_is_not_read() {
        assertThatThrownBy(() -> read("{\"pulse\":\"p\"}", "PulseOpened", "2"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("PulseOpened/2");
        assertThatThrownBy(() -> read("{\"pulse\":\"p\"}", "PulseForgotten", "1"))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> read("{}", "org.groeipuls.pulse.PulseEvent$PulseOpened", "1"))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> read("{}", "java.lang.ProcessBuilder", "1")).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> events.classForType(events.typeForClass(String.class)))
                .isInstanceOf(UnknownEvent.class);
    }

    @Test
    void an_event_with_a_field_too_many_is_not_read() {
        assertThatThrownBy(() -> read("{\"pulse\":\"p\",\"answers\":[5]}", "PulseOpened", "1"))
                .isInstanceOf(RuntimeException.class);
    }
}
