package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that was ever released, and what it leaves possible for anybody who answered: how many of the five values a
 * reader cannot exclude, and whether any sum or difference of figures is about fewer people than the minimum.
 */
public final class Audit {
    private static final int K = 5;
    private static final String ALL = "all";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> disclosures = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> exposed = new ArrayList<>();

    /**
     * What one block of one pulse leaves possible for each of its people, at worst over its statements.
     *
     * @param outsider how many of the five values, for a reader who did not answer
     * @param insider the same for a reader who answered too and knows the own answer
     * @param statement of which the least is left
     */
    public record Row(
            String pulse, String disclosure, List<String> groups, int n, int outsider, int insider, String statement) {
        /** Whether a reader learns more than under the classes of the rule {@code banded}. */
        public boolean little() {
            return outsider < 5 || insider < 3;
        }
    }

    /** Takes in the next event of history. */
    public void next(String type, JsonNode data) {
        switch (type) {
            case "PulseIssued" ->
                disclosures.put(
                        data.path("pulse").asString(""),
                        data.path("rules").path("disclosure").asString("unknown"));
            case "BlockReleased" -> block(data);
            default -> {}
        }
    }

    private void block(JsonNode block) {
        var pulse = block.path("pulse").asString("");
        var worst = new Row(
                pulse,
                disclosures.getOrDefault(pulse, "unknown"),
                Figures.texts(block.path("groups")),
                block.path("n").asInt(),
                5,
                5,
                "");
        for (var item : block.path("items")) {
            var left = left(item);
            if (left.outsider() < worst.outsider() || left.insider() < worst.insider()) {
                worst = new Row(
                        pulse,
                        worst.disclosure(),
                        worst.groups(),
                        worst.n(),
                        Math.min(left.outsider(), worst.outsider()),
                        Math.min(left.insider(), worst.insider()),
                        item.path("item").asString(""));
            }
        }
        rows.add(worst);
        differences(pulse, block);
    }

    private static Multisets.Left left(JsonNode item) {
        int n = item.path("n").asInt();
        if (item.path("sum").isObject()) {
            return Remaining.ofSum(
                    n,
                    item.path("sum").path("low").asInt(),
                    item.path("sum").path("high").asInt());
        }
        if (item.path("counts").isArray()) {
            int[] counts = new int[5];
            for (int value = 0; value < 5; value++) {
                counts[value] = item.path("counts").path(value).asInt();
            }
            return Remaining.ofCounts(counts);
        }
        return new Multisets.Left(5, 5);
    }

    /** Blocks have nobody in common, so figures can only be subtracted within one; here, around each of its scales. */
    private void differences(String pulse, JsonNode block) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        block.path("items").forEach(item -> items.put(item.path("item").asString(""), item));
        Set<String> alone = new LinkedHashSet<>(items.keySet());
        block.path("scales").forEach(scale -> {
            var names = Figures.texts(scale.path("items"));
            alone.removeAll(names);
            List<Figures.Kind> kinds = new ArrayList<>();
            int whole = scale.path("n").asInt();
            add(kinds, names, whole);
            names.forEach(name -> add(kinds, List.of(name), answered(items, name) - whole));
            solve(pulse, part(block, items, names, scale), kinds);
        });
        List<Figures.Kind> kinds = new ArrayList<>();
        alone.forEach(name -> add(kinds, List.of(name), answered(items, name)));
        solve(pulse, part(block, items, alone, null), kinds);
    }

    private static int answered(Map<String, JsonNode> items, String name) {
        var item = items.get(name);
        return item == null ? 0 : item.path("n").asInt();
    }

    private static ObjectNode part(
            JsonNode block, Map<String, JsonNode> items, Collection<String> names, @Nullable JsonNode scale) {
        var part = JSON.createObjectNode().put("block", block.path("block").asString(""));
        part.putArray("groups").add(ALL);
        var figures = part.putArray("items");
        names.stream().map(items::get).filter(item -> item != null).forEach(figures::add);
        var scales = part.putArray("scales");
        if (scale != null) {
            scales.add(scale);
        }
        return part;
    }

    private void solve(String pulse, ObjectNode part, List<Figures.Kind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        var figures = new Figures(kinds, JSON.createObjectNode());
        figures.block(part);
        var solver = new Solver(K, kind -> kinds.get(kind).people());
        for (var few : solver.exposed(figures.rows())) {
            exposed.add("pulse " + pulse + ", block " + part.path("block").asString("")
                    + ": figures add up to one for "
                    + few.stream().mapToInt(kind -> kinds.get(kind).people()).sum() + " people");
        }
    }

    private static void add(List<Figures.Kind> kinds, List<String> items, int people) {
        if (people > 0) {
            kinds.add(new Figures.Kind(ALL, Set.copyOf(items), people));
        }
    }

    /** What each block leaves possible, in the order of history. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Sums and differences that are about too few people; empty: there are none. */
    public List<String> exposed() {
        return List.copyOf(exposed);
    }

    /** The least that is left over all pulses that were announced to be shown in this way. */
    public String least(String disclosure) {
        var of =
                rows.stream().filter(row -> row.disclosure().equals(disclosure)).toList();
        return of.stream().mapToInt(Row::outsider).min().orElse(5) + "/"
                + of.stream().mapToInt(Row::insider).min().orElse(5);
    }

    /** In which ways results were shown. */
    public Set<String> disclosures() {
        return rows.stream().map(Row::disclosure).collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
