package org.groeipuls.api.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How events of earlier revisions are read: one step per revision, from what was stored to what the next one would have
 * stored. Stored events are never rewritten. Each step has a golden pair in the tests.
 */
final class Revisions {
    /** The steps of this version; none yet, because no event has changed since the first release. */
    static final Revisions KNOWN = new Revisions(List.of());

    private final Map<String, Step> steps = new HashMap<>();

    /**
     * One step.
     *
     * @param type the stored name of the event
     * @param from the revision that is stored
     * @param to the next revision
     * @param change gets the stored content, which is its own copy, and gives the content of the next revision
     */
    record Step(String type, String from, String to, UnaryOperator<ObjectNode> change) {}

    /** @throws IllegalArgumentException when two steps begin at one revision */
    Revisions(List<Step> steps) {
        for (var step : steps) {
            if (this.steps.put(key(step.type(), step.from()), step) != null) {
                throw new IllegalArgumentException("Two steps begin at " + key(step.type(), step.from()));
            }
        }
    }

    /** The type under which an event is read that is stored under this one: the same where no step begins there. */
    SerializedType present(SerializedType stored) {
        var revision = stored.getRevision();
        for (var step = next(stored.getName(), revision); step != null; step = next(stored.getName(), revision)) {
            revision = step.to();
        }
        return revision == stored.getRevision() ? stored : new SimpleSerializedType(stored.getName(), revision);
    }

    /** The content that an event has in the present revision of its type; the same where no step begins there. */
    String present(SerializedType stored, String content, JsonMapper json) {
        var step = next(stored.getName(), stored.getRevision());
        if (step == null) {
            return content;
        }
        var changed = (ObjectNode) json.readTree(content);
        for (; step != null; step = next(step.type(), step.to())) {
            changed = step.change().apply(changed);
        }
        return json.writeValueAsString(changed);
    }

    private @Nullable Step next(String type, @Nullable String revision) {
        return steps.get(key(type, revision));
    }

    private static String key(String type, @Nullable String revision) {
        return type + "/" + revision;
    }
}
