package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.groeipuls.audit.Audit;
import org.groeipuls.audit.Figures;
import tools.jackson.databind.JsonNode;

/**
 * Takes all of a server's history as it stands, works out what it leaves possible for anybody ({@link Audit}), and looks
 * for figures of the same kind whose people, added and subtracted, are fewer than the minimum. Changes nothing, so it can
 * be run on a server in use.
 */
final class ReleasedFigures implements Attack<Api> {
    private static final int K = 5;
    private static final int MOST = 12;

    @Override
    public String key() {
        return "released-figures";
    }

    @Override
    public boolean changes() {
        return false;
    }

    /** Whose answers a figure is about, by group, and how many they are. */
    record Figure(TreeSet<String> groups, int n) {}

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var history = History.of(api);
        audit(history, notes);
        Map<String, List<Figure>> alike = new LinkedHashMap<>();
        for (var block : history.events("BlockReleased")) {
            var pulse = block.path("pulse").asString("");
            add(alike, pulse + " people", block, block.path("n").asInt());
            block.path("items").forEach(item -> {
                if (item.path("n").isNumber()) {
                    add(
                            alike,
                            pulse + " " + item.path("item").asString(),
                            block,
                            item.path("n").asInt());
                }
            });
            block.path("scales")
                    .forEach(scale -> add(
                            alike,
                            pulse + " " + scale.path("construct").asString(),
                            block,
                            scale.path("n").asInt()));
        }
        alike.values().forEach(figures -> combine(figures, notes));
        notes.number("figures", alike.values().stream().mapToInt(List::size).sum());
        return notes.finding();
    }

    private static void audit(History history, Notes notes) {
        var audit = new Audit();
        history.lines().forEach(line -> audit.next(line.path("type").asString(""), History.payload(line)));
        audit.exposed().forEach(notes::succeeded);
        for (var row : audit.rows()) {
            notes.expect(
                    !row.little() || row.disclosure().equals("exact"),
                    "pulse " + row.pulse() + ": little is left of " + row.statement());
        }
    }

    private static void add(Map<String, List<Figure>> alike, String what, JsonNode block, int n) {
        alike.computeIfAbsent(what, fresh -> new ArrayList<>())
                .add(new Figure(new TreeSet<>(Figures.texts(block.path("groups"))), n));
    }

    /** Figures that have no group in common, even by way of others, cannot be subtracted. */
    static void combine(List<Figure> figures, Notes notes) {
        List<Figure> left = new ArrayList<>(figures);
        while (!left.isEmpty()) {
            List<Figure> together = new ArrayList<>(List.of(left.removeFirst()));
            TreeSet<String> groups = new TreeSet<>(together.getFirst().groups());
            for (boolean grown = true; grown; ) {
                var near = left.stream()
                        .filter(other -> other.groups().stream().anyMatch(groups::contains))
                        .toList();
                near.forEach(other -> groups.addAll(other.groups()));
                together.addAll(near);
                grown = left.removeAll(near);
            }
            search(together.subList(0, Math.min(MOST, together.size())), 0, new HashMap<>(), 0, notes);
        }
    }

    /** Every figure added, subtracted or left out. */
    private static void search(List<Figure> figures, int at, Map<String, Integer> groups, int n, Notes notes) {
        if (at == figures.size()) {
            boolean some = !groups.isEmpty();
            boolean whole = groups.values().stream().allMatch(times -> times == 1);
            notes.expect(
                    !(some && whole && n > 0 && n < K), "released figures of a pulse give one for " + n + " people");
            return;
        }
        search(figures, at + 1, groups, n, notes);
        for (int sign : new int[] {1, -1}) {
            Map<String, Integer> more = new HashMap<>(groups);
            figures.get(at).groups().forEach(group -> {
                more.merge(group, sign, Integer::sum);
                more.remove(group, 0);
            });
            search(figures, at + 1, more, n + sign * figures.get(at).n(), notes);
        }
    }
}
