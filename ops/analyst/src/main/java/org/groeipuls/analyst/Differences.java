package org.groeipuls.analyst;

import tools.jackson.databind.JsonNode;

/** Prints a comparison: every list in it by its name, every entry as one line. */
final class Differences {
    private Differences() {}

    /** Gives the number of entries. */
    static int print(JsonNode comparison, Output output) {
        int[] entries = {0};
        comparison.forEachEntry((name, value) -> {
            if (value.isArray()) {
                output.say("%s: %d", name, value.size());
                value.forEach(entry -> output.say("  %s", line(entry)));
                entries[0] += value.size();
            } else if (value.isValueNode()) {
                output.say("%s: %s", name, value.asString());
            }
        });
        return entries[0];
    }

    private static String line(JsonNode entry) {
        if (!entry.isObject()) {
            return entry.toString();
        }
        var line = new StringBuilder();
        entry.forEachEntry((name, value) -> line.append(name)
                .append('=')
                .append(value.isValueNode() ? value.asString() : value.toString())
                .append("  "));
        return line.toString().stripTrailing();
    }
}
