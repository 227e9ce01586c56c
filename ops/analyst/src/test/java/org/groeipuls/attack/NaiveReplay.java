package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A replay that somebody wrote who kept the answers: it weighs them one by one, and shows steps beside it. */
final class NaiveReplay {
    private static final double STEP = 4;

    private NaiveReplay() {}

    record Sheet(String pulse, String group, Map<String, Integer> answers) {}

    static Map<String, Object> trend(JsonNode request, String query, List<Sheet> sheets) {
        var group = query.replaceAll(".*group=([^&]*).*", "$1");
        Map<String, List<Sheet>> pulses = new LinkedHashMap<>();
        sheets.stream()
                .filter(sheet -> sheet.group().equals(group))
                .forEach(sheet -> pulses.computeIfAbsent(sheet.pulse(), pulse -> new ArrayList<>())
                        .add(sheet));
        List<Map<String, Object>> points = new ArrayList<>();
        pulses.forEach((pulse, own) -> points.add(point(pulse, own, request.at("/rule/weights"))));
        return Map.of("trend", Map.of("points", points));
    }

    private static Map<String, Object> point(String pulse, List<Sheet> sheets, JsonNode weights) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        Map<String, Integer> answered = new LinkedHashMap<>();
        sheets.forEach(sheet -> sheet.answers().forEach((item, value) -> {
            sums.merge(item, value, Integer::sum);
            answered.merge(item, 1, Integer::sum);
        }));
        double weighed = 0;
        double all = 0;
        List<Map<String, Object>> items = new ArrayList<>();
        for (var item : sums.keySet()) {
            int n = answered.getOrDefault(item, 1);
            double weight = weights.path(item).asDouble(1);
            weighed += weight * sums.getOrDefault(item, 0) / n;
            all += weight;
            double low = n + Math.floor((sums.getOrDefault(item, n) - n) / STEP) * STEP;
            items.add(Map.of("item", item, "n", n, "sum", Map.of("low", low, "high", low + STEP - 1)));
        }
        return Map.of("pulse", pulse, "items", items, "shown", Map.of("value", weighed / all));
    }
}
