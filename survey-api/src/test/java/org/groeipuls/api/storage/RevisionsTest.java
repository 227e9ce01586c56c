package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.groeipuls.api.storage.EventNames.UnknownEvent;
import org.groeipuls.api.storage.Revisions.Step;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** With made-up steps, as if opening a pulse had been stored otherwise before. */
class RevisionsTest {
    private static final Step RENAMED = new Step("PulseOpened", "0", "1", stored -> {
        stored.set("pulse", stored.remove("survey"));
        return stored;
    });
    private static final Step WRAPPED =
            new Step("PulseOpened", "-1", "0", stored -> (ObjectNode) stored.get("content"));

    private static Object read(Revisions revisions, String revision, String content) {
        return EventNames.reading(revisions)
                .deserialize(new SimpleSerializedObject<>(content, String.class, "PulseOpened", revision));
    }

    @Test
    void what_an_earlier_version_stored_is_read_step_by_step() {
        var revisions = new Revisions(List.of(RENAMED, WRAPPED));
        var opened = new PulseOpened(new PulseId("p"));

        assertThat(read(revisions, "1", "{\"pulse\":\"p\"}")).isEqualTo(opened);
        assertThat(read(revisions, "0", "{\"survey\":\"p\"}")).isEqualTo(opened);
        assertThat(read(revisions, "-1", "{\"content\":{\"survey\":\"p\"}}")).isEqualTo(opened);
        assertThat(EventNames.reading(revisions)
                        .classForType(new org.axonframework.serialization.SimpleSerializedType("PulseOpened", "-1")))
                .isEqualTo(PulseOpened.class);
    }

    @Test
    void a_revision_from_which_no_step_leads_on_is_not_read() {
        assertThatThrownBy(() -> read(new Revisions(List.of(WRAPPED)), "-1", "{\"content\":{\"survey\":\"p\"}}"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("PulseOpened/0");
        assertThatThrownBy(() -> read(new Revisions(List.of(RENAMED)), "2", "{\"pulse\":\"p\"}"))
                .isInstanceOf(UnknownEvent.class);
    }

    @Test
    void a_step_that_makes_something_else_of_an_event_than_the_next_revision_is_not_believed() {
        var wrong = new Step("PulseOpened", "0", "1", stored -> stored.put("late", true));

        assertThatThrownBy(() -> read(new Revisions(List.of(wrong)), "0", "{\"pulse\":\"p\"}"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void two_steps_from_one_revision_are_a_mistake() {
        assertThatThrownBy(() -> new Revisions(List.of(RENAMED, RENAMED))).isInstanceOf(IllegalArgumentException.class);
    }
}
