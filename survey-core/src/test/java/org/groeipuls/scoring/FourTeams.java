package org.groeipuls.scoring;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The four teams of reference cases 13 and 15: items, forms, rosters, answers and constants as read from the files. */
record FourTeams(
        JsonNode expected,
        Calibration calibration,
        Map<String, ScaleItem> items,
        Map<String, String> scales,
        Map<Administration, Roster> rosters,
        Map<Administration, List<Map<String, Integer>>> answers) {
    static final List<String> LINES = List.of("PS", "LR", "ET");

    record Administration(String team, int pulse) {
        static Administration of(Map<String, String> row) {
            return new Administration(row.getOrDefault("team", ""), Integer.parseInt(row.getOrDefault("pulse", "")));
        }

        static Administration of(JsonNode node) {
            return new Administration(
                    node.get("team").stringValue(), node.get("pulse").intValue());
        }
    }

    record Roster(String form, int eligible, int submitted) {}

    static FourTeams read(String expectedFile) {
        JsonNode expected = Oracles.json(expectedFile);
        Map<String, ScaleItem> items = new LinkedHashMap<>();
        Map<String, String> scales = new HashMap<>();
        Map<String, Double> offsets = new HashMap<>();
        for (Map<String, String> row : Oracles.csv("13_e2e_items.csv")) {
            String id = row.getOrDefault("item", "");
            items.put(id, new ScaleItem(id, Boolean.parseBoolean(row.get("reversed"))));
            scales.put(id, row.getOrDefault("scale", ""));
            offsets.put(id, Double.parseDouble(row.getOrDefault("offset", "")));
        }
        Map<Administration, Roster> rosters = Oracles.csv("13_e2e_rosters.csv").stream()
                .collect(Collectors.toMap(Administration::of, FourTeams::roster));
        return new FourTeams(
                expected, calibration(expected.get("calibration"), offsets), items, scales, rosters, readAnswers());
    }

    int eligible(Administration at) {
        return roster(at).eligible();
    }

    Roster roster(Administration at) {
        return rosters.getOrDefault(at, new Roster("none", 0, 0));
    }

    List<Map<String, Integer>> rows(Administration at) {
        return answers.getOrDefault(at, List.of());
    }

    Scale scale(String construct, List<String> ids) {
        return new Scale(
                construct,
                items.values().stream().filter(item -> ids.contains(item.id())).toList());
    }

    private static Roster roster(Map<String, String> row) {
        return new Roster(
                row.getOrDefault("form", ""),
                Integer.parseInt(row.getOrDefault("roster_n", "")),
                Integer.parseInt(row.getOrDefault("submitted", "")));
    }

    private static Map<Administration, List<Map<String, Integer>>> readAnswers() {
        Map<Administration, Map<String, Map<String, Integer>>> sheets = new HashMap<>();
        for (Map<String, String> row : Oracles.csv("13_e2e_responses.csv")) {
            String value = row.getOrDefault("value", "");
            if (!value.isEmpty()) {
                sheets.computeIfAbsent(Administration.of(row), at -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getOrDefault("response", ""), sheet -> new HashMap<>())
                        .put(row.getOrDefault("item", ""), Integer.valueOf(value));
            }
        }
        Map<Administration, List<Map<String, Integer>>> rows = new HashMap<>();
        sheets.forEach((at, byResponse) -> rows.put(at, List.copyOf(byResponse.values())));
        return rows;
    }

    private static Calibration calibration(JsonNode node, Map<String, Double> offsets) {
        return new Calibration(
                node.get("version").stringValue(),
                offsets,
                numbers(node.get("mu")),
                numbers(node.get("tau2")),
                numbers(node.get("s02")),
                node.get("kappa").doubleValue(),
                node.get("q").doubleValue(),
                .5,
                true);
    }

    private static Map<String, Double> numbers(JsonNode node) {
        return node.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().doubleValue()));
    }
}
