package org.groeipuls.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one simulated person answers in one pulse.
 *
 * @param answers per item 1 to 5, or null for "rather not say"
 */
public record AnswerSheet(String group, Map<String, @Nullable Integer> answers) {
    public AnswerSheet {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
