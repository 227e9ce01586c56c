package org.groeipuls.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Groups of four answers, of five, and of five where one left a statement out: is anything of four ever shown? */
final class SmallNumbers implements Attack<Api> {
    private static final int K = 5;

    @Override
    public String key() {
        return "small-numbers";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        Map<String, String> teams = new LinkedHashMap<>();
        for (var disclosure : List.of("exact", "banded")) {
            for (var kind : List.of("four", "five", "skip")) {
                var team = scene.team(kind + "-" + disclosure, 8);
                teams.put(scene.issue("p-" + kind + "-" + disclosure, disclosure, List.of(team)), team);
            }
        }
        scene.open();
        teams.forEach((pulse, team) -> {
            var tickets = scene.tickets(pulse, team);
            scene.answer(tickets, K - 1);
            if (!pulse.contains("four")) {
                var last = scene.answers(K);
                if (pulse.contains("skip")) {
                    last.remove(scene.items().getFirst());
                }
                scene.answer(tickets.get(K - 1), last);
            }
        });
        scene.close();
        teams.forEach((pulse, team) -> look(scene, pulse, team, notes));
        return notes.finding();
    }

    private static void look(Scene scene, String pulse, String team, Notes notes) {
        var released = History.of(scene.api()).events("BlockReleased").stream()
                .filter(block -> block.path("pulse").asString("").equals(pulse))
                .toList();
        if (pulse.contains("four")) {
            notes.expect(released.isEmpty(), "figures of four people are in history");
            notes.expect(scene.counted(pulse) == 0, "the list of receipts shows that four answered");
        } else {
            notes.expect(!released.isEmpty(), "five answers are not shown although they may be");
        }
        released.forEach(block -> few(block, notes));
        for (var view : List.of("/teams/" + team + "/trends", "/teams/" + team + "/dashboard", "/pulses/" + pulse)) {
            few(scene.api().get("analyst", view).json(), notes);
        }
    }

    /** Looks for a number of people, or counts that add up to one, that is below the minimum. */
    private static void few(JsonNode node, Notes notes) {
        node.properties().forEach(field -> {
            var value = field.getValue();
            if (List.of("n", "respondents", "answers", "answered").contains(field.getKey()) && value.isNumber()) {
                notes.expect(value.asDouble() >= K, "a number of " + value.asDouble() + " people is shown");
            }
            if (field.getKey().equals("counts") && value.isArray()) {
                int sum = 0;
                for (var count : value) {
                    sum += count.asInt();
                }
                notes.expect(sum >= K, "answers of " + sum + " people are shown");
            }
        });
        node.forEach(child -> few(child, notes));
    }
}
