package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a pulse released, as sums over people: each figure is a row of whole numbers over what is not known,
 * namely how many of each kind of people gave each answer. People of one group who answered the same statements are one
 * kind.
 */
public final class Figures {
    private static final int FINE = 2 * 2 * 3 * 5 * 7;

    private final List<Kind> kinds;
    private final List<Row> rows = new ArrayList<>();
    private final JsonNode instrument;

    /** People of one group who answered the same statements. */
    public record Kind(String group, Set<String> items, int people) {}

    /** A figure: coefficients by what they stand before, {@code kind|what}. */
    public record Row(Map<String, Long> parts) {}

    /** @param instrument as its event in history defines it; its reversed items and its patterns are read */
    public Figures(List<Kind> kinds, JsonNode instrument) {
        this.kinds = kinds;
        this.instrument = instrument;
    }

    /** All figures that were taken in. */
    public List<Row> rows() {
        return rows;
    }

    /** Takes in a released block as it stands in history. */
    public void block(JsonNode block) {
        var groups = texts(block.path("groups"));
        block.path("items").forEach(figures -> item(figures, groups));
        block.path("scales").forEach(scale -> scale(scale, groups));
        block.path("pairs").forEach(pair -> pair(pair, groups));
    }

    /** Takes in a point of a trend: the sum of the scale's scores of these groups. */
    public void point(JsonNode point, List<String> groups, String construct) {
        var items = itemsOf(construct);
        point.path("items").forEach(figures -> item(figures, groups));
        if (point.path("disclosure").asString("").equals("banded")) {
            return; // computed from the classes beside it, and in the line from nothing else
        }
        for (var value : List.of(point.path("shown"), point.at("/withheld/merged"))) {
            if (value.isObject()) {
                var whose = value.path("groups").isArray() ? texts(value.path("groups")) : groups;
                score(items, answered(whose, items, value.path("n").asInt()));
            }
        }
    }

    private void item(JsonNode figures, List<String> groups) {
        var item = figures.path("item").asString();
        if (figures.path("counts").isArray()) {
            for (int value = 1; value <= 5; value++) {
                int answer = value;
                row(groups, Set.of(item), kind -> 1, item + "=" + answer);
            }
        } else if (figures.path("sum").isObject() || figures.path("mean").isNumber()) {
            Map<String, Long> sum = new LinkedHashMap<>();
            for (int value = 1; value <= 5; value++) {
                add(sum, groups, Set.of(item), value, item + "=" + value);
            }
            keep(sum);
        }
    }

    private void scale(JsonNode scale, List<String> groups) {
        var items = texts(scale.path("items"));
        var construct = scale.path("construct").asString();
        var whose = answered(groups, items, scale.path("n").asInt());
        score(items, whose);
        var spread = scale.path("spread");
        if (spread.isObject()) {
            for (var what : List.of("squared", "low", "mid", "high", "favourable")) {
                Map<String, Long> parts = new LinkedHashMap<>();
                whose.forEach(kind -> parts.put(kind + "|" + construct + " " + what, 1L));
                keep(parts);
            }
            if (spread.path("agreement").isObject()) {
                complete(items, whose);
            }
        }
    }

    /** What an attacker could at best know from measures of agreement: sums and squares of complete rows. */
    private void complete(List<String> items, List<Integer> whose) {
        for (var item : items) {
            Map<String, Long> sum = new LinkedHashMap<>();
            Map<String, Long> squares = new LinkedHashMap<>();
            for (int kind : whose) {
                if (kinds.get(kind).items().containsAll(items)) {
                    for (int value = 1; value <= 5; value++) {
                        sum.put(kind + "|" + item + "=" + value, (long) value);
                        squares.put(kind + "|" + item + "=" + value, (long) value * value);
                    }
                }
            }
            keep(sum);
            keep(squares);
        }
    }

    private void pair(JsonNode pair, List<String> groups) {
        instrument.path("patterns").forEach(pattern -> {
            if (pattern.path("code").asString().equals(pair.path("pattern").asString())) {
                var say = texts(pattern.path("say"));
                var does = texts(pattern.path("does"));
                List<String> both = new ArrayList<>(say);
                both.addAll(does);
                var whose = answered(groups, both, pair.path("n").asInt());
                score(say, whose);
                score(does, whose);
                Map<String, Long> squared = new LinkedHashMap<>();
                whose.forEach(
                        kind -> squared.put(kind + "|" + pair.path("pattern").asString() + " squared", 1L));
                keep(squared);
            }
        });
    }

    /** The sum of the scores of these kinds: of each person the mean of what they answered of these statements. */
    private void score(List<String> items, List<Integer> whose) {
        Map<String, Long> sum = new LinkedHashMap<>();
        for (int kind : whose) {
            long answered = items.stream()
                    .filter(item -> kinds.get(kind).items().contains(item))
                    .count();
            for (var item : items) {
                if (answered > 0 && kinds.get(kind).items().contains(item)) {
                    for (int value = 1; value <= 5; value++) {
                        sum.put(kind + "|" + item + "=" + value, FINE / answered * value * (reversed(item) ? -1 : 1));
                    }
                }
            }
        }
        keep(sum);
    }

    /** Which kinds stand behind a figure of n people: those who answered at least so much of these statements. */
    private List<Integer> answered(List<String> groups, List<String> items, int n) {
        for (int needed = items.size(); needed > 0; needed--) {
            List<Integer> whose = new ArrayList<>();
            int people = 0;
            for (int kind = 0; kind < kinds.size(); kind++) {
                var known = kinds.get(kind);
                long has = items.stream().filter(known.items()::contains).count();
                if (groups.contains(known.group()) && has >= needed) {
                    whose.add(kind);
                    people += known.people();
                }
            }
            if (people >= n) {
                return whose;
            }
        }
        return List.of();
    }

    private void row(List<String> groups, Set<String> items, ToIntFunction<Kind> factor, String what) {
        Map<String, Long> parts = new LinkedHashMap<>();
        add(parts, groups, items, factor.applyAsInt(kinds.getFirst()), what);
        keep(parts);
    }

    private void add(Map<String, Long> parts, List<String> groups, Set<String> items, long factor, String what) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            var known = kinds.get(kind);
            if (groups.contains(known.group()) && known.items().containsAll(items)) {
                parts.put(kind + "|" + what, factor);
            }
        }
    }

    private void keep(Map<String, Long> parts) {
        if (!parts.isEmpty()) {
            rows.add(new Row(parts));
        }
    }

    private boolean reversed(String item) {
        for (var known : instrument.path("items")) {
            if (known.path("id").asString().equals(item)) {
                return known.path("reversed").asBoolean(false);
            }
        }
        return false;
    }

    private List<String> itemsOf(String construct) {
        List<String> items = new ArrayList<>();
        Set<String> answered = new HashSet<>();
        kinds.forEach(kind -> answered.addAll(kind.items()));
        instrument.path("items").forEach(item -> {
            if (item.path("construct").asString("").equals(construct)
                    && answered.contains(item.path("id").asString())) {
                items.add(item.path("id").asString());
            }
        });
        return items;
    }

    /** The words of a list. */
    public static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
