package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.groeipuls.audit.Multisets;
import org.groeipuls.scoring.SumClasses;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Groups of 5 to 12 answer alike, or nearly; then, from what the server released, all answers are listed that would
 * have been released the same, and whatever value is on none of the lists is ruled out for a person.
 */
final class Unanimity implements Attack<Api> {
    private static final int FEWEST = 5;
    private static final int MOST = 12;
    private static final int SMALLEST_GROUP = 6;

    @Override
    public String key() {
        return "unanimity";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (int n = FEWEST; n <= MOST; n++) {
            sizes.put(scene.team("n" + n, Math.max(n, SMALLEST_GROUP)), n);
        }
        var pulse = scene.issue("p", "banded", List.copyOf(sizes.keySet()));
        scene.open();
        sizes.forEach((team, n) -> {
            var tickets = scene.tickets(pulse, team);
            for (int person = 0; person < n; person++) {
                scene.answer(tickets.get(person), answers(scene.items(), person, n));
            }
        });
        scene.close();
        int outsider = 5;
        int insider = 5;
        for (var block : History.of(api).events("BlockReleased")) {
            var n = sizes.get(block.at("/groups/0").asString(""));
            if (n == null || !block.path("pulse").asString("").equals(pulse)) {
                continue;
            }
            var left = Multisets.left(n, reading(block.path("items"), n, scene.items()));
            notes.tried(Multisets.of(n).size());
            outsider = Math.min(outsider, left.outsider());
            insider = Math.min(insider, left.insider());
            notes.expect(left.outsider() == 5, "of " + n + " people, an outsider can rule out values");
            notes.expect(left.insider() >= 3, "of " + n + " people, a colleague is left with " + left.insider());
        }
        if (notes.finding().tries() == 0) {
            throw new AttackNotRun("Nothing was released that could be read");
        }
        notes.number("left-outsider", outsider);
        notes.number("left-insider", insider);
        return notes.finding();
    }

    /** Statement i is answered by a pattern of its own: all 1, all 5, all but one 1, all but one 5, and mixtures. */
    private static Map<String, @Nullable Integer> answers(List<String> items, int person, int n) {
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            answers.put(items.get(i), value(i, person, n));
        }
        return answers;
    }

    private static int value(int pattern, int person, int n) {
        return switch (pattern) {
            case 0 -> 1;
            case 1 -> 5;
            case 2 -> person == 0 ? 5 : 1;
            case 3 -> person == 0 ? 1 : 5;
            case 4 -> 3;
            case 5 -> person < n / 2 ? 1 : 5;
            default -> 1 + (person * pattern + pattern) % 5;
        };
    }

    /**
     * What the reader learns of any answers, as far as it shows in what was released of these: the classes that the
     * protocol names when every released class is one of them, else the sum itself.
     */
    private static Function<int[], ?> reading(JsonNode items, int n, List<String> asked) {
        List<JsonNode> released = new ArrayList<>();
        items.forEach(released::add);
        boolean classes = !released.isEmpty()
                && released.stream()
                        .allMatch(item ->
                                isClass(item, n, asked.indexOf(item.path("item").asString(""))));
        return classes
                ? counts -> SumClasses.of(n).containing(Multisets.sum(counts))
                : counts -> "exactly " + Multisets.sum(counts);
    }

    private static boolean isClass(JsonNode item, int n, int pattern) {
        int sum = 0;
        for (int person = 0; person < n; person++) {
            sum += value(pattern, person, n);
        }
        var expected = SumClasses.of(n).containing(sum);
        return !item.path("counts").isArray()
                && item.at("/sum/low").asInt() == expected.low()
                && item.at("/sum/high").asInt() == expected.high();
    }
}
