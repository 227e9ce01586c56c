package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All of history as the analyst reads it, line by line. */
final class History {
    private static final int PAGE = 1000;

    private final List<JsonNode> lines = new ArrayList<>();

    private History() {}

    static History of(Api api) {
        var history = new History();
        long after = 0;
        while (true) {
            var answer = api.get("analyst", "/history/events?limit=" + PAGE + "&after=" + after);
            if (!answer.ok()) {
                throw new AttackNotRun("History cannot be read: give a token of an analyst");
            }
            var page = answer.text().lines().map(Answer.JSON::readTree).toList();
            history.lines.addAll(page);
            if (page.size() < PAGE) {
                return history;
            }
            after = page.getLast().path("position").asLong();
        }
    }

    List<JsonNode> lines() {
        return lines;
    }

    /** What events of a type say. */
    List<JsonNode> events(String type) {
        return lines.stream()
                .filter(line -> line.path("type").asString("").equals(type))
                .map(History::payload)
                .toList();
    }

    /** What the event of a line says. */
    static JsonNode payload(JsonNode line) {
        for (var name : List.of("payload", "data", "event")) {
            if (line.path(name).isObject()) {
                return line.path(name);
            }
        }
        return line;
    }
}
