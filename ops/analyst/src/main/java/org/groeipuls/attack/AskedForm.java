package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A form of the instrument, and ways to answer all of it. */
final class AskedForm {
    private final String name;
    private final Supplier<JsonNode> instrument;
    private final List<String> items = new ArrayList<>();

    /** @param instrument where the form stands, read when its items are needed first */
    AskedForm(String name, Supplier<JsonNode> instrument) {
        this.name = name;
        this.instrument = instrument;
    }

    String name() {
        return name;
    }

    List<String> items() {
        if (items.isEmpty()) {
            instrument.get().path("forms").forEach(known -> {
                if (known.path("key").asString(known.path("name").asString("")).equals(name)) {
                    known.path("items").forEach(item -> items.add(item.asString()));
                }
            });
        }
        return items;
    }

    /** The number's own mix of 1 to 5. */
    Map<String, @Nullable Integer> answers(int number) {
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        for (int i = 0; i < items().size(); i++) {
            answers.put(items().get(i), 1 + (number + i * i) % 5);
        }
        return answers;
    }

    Map<String, @Nullable Integer> all(int value) {
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        items().forEach(item -> answers.put(item, value));
        return answers;
    }
}
