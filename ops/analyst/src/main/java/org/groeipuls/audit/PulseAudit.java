package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One pulse: whether everything that it released fits together, block by block and over all of them. */
final class PulseAudit {
    private static final int TEXT_RESPONDENTS = 10;
    private static final int TEXTS = 5;

    private final JsonNode instrument;
    private final String pulse;
    private final Terms terms;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, String> blockOf = new HashMap<>();
    private final Map<String, Set<String>> writing = new HashMap<>();
    private final Map<String, JsonNode> texts = new LinkedHashMap<>();
    private final List<String> exposed = new ArrayList<>();
    private @Nullable JsonNode count;

    /** What was announced before anybody answered. */
    record Terms(String disclosure, int minimum, int spreadMinimum) {
        boolean banded() {
            return disclosure.equals("banded");
        }
    }

    /** Who stands in a block. */
    record Block(Set<String> groups, int n) {}

    PulseAudit(JsonNode issued, JsonNode instrument) {
        this.instrument = instrument;
        this.pulse = issued.path("pulse").asString("");
        var rules = issued.path("rules");
        int minimum = Math.max(5, rules.path("minimumGroup").asInt());
        this.terms = new Terms(
                rules.path("disclosure").asString("unknown"),
                minimum,
                Math.max(minimum, rules.path("spreadMinimum").asInt()));
        issued.path("groups").forEach(group -> asked.add(group.path("group").asString("")));
        issued.path("openText")
                .path("units")
                .forEach(unit ->
                        writing.put(unit.path("unit").asString(""), Set.copyOf(Figures.texts(unit.path("groups")))));
    }

    Audit.Row block(JsonNode block) {
        var name = block.path("block").asString("");
        var whose = new Block(
                new TreeSet<>(Figures.texts(block.path("groups"))),
                block.path("n").asInt());
        expect(asked.containsAll(whose.groups()), "R3", "block " + name + " has a group that was not asked");
        Set<String> shared = new TreeSet<>();
        for (var group : whose.groups()) {
            var other = blockOf.putIfAbsent(group, name);
            if (other != null) {
                shared.add(other);
            }
        }
        shared.forEach(other -> expect(
                false,
                other.equals(name) ? "R1" : "R3",
                "blocks " + other + " and " + name + " are partly about the same people"));
        blocks.put(name, whose);
        var found = new BlockAudit(terms, instrument, block);
        found.exposed().forEach(text -> expect(false, text));
        return found.row();
    }

    void counted(JsonNode published) {
        expect(count == null, "R1", "the count was published twice");
        count = published;
        Set<String> seen = new HashSet<>();
        published
                .path("blocks")
                .forEach(block -> Figures.texts(block.path("groups"))
                        .forEach(group -> expect(seen.add(group), "R3", "group " + group + " stands in two blocks")));
        new OrganisationAudit(published.path("organisation")).exposed().forEach(text -> expect(false, text));
    }

    /** @throws HistoryIncomplete when a block did not come that was announced as released */
    void whole() {
        if (count != null) {
            count.path("blocks").forEach(block -> {
                var name = block.path("block").asString("");
                if (block.path("released").asBoolean() && !blocks.containsKey(name)) {
                    throw new HistoryIncomplete("block " + name + " of pulse " + pulse);
                }
            });
        }
    }

    void texts(JsonNode released) {
        var unit = released.path("unit").asString("");
        expect(texts.putIfAbsent(unit, released) == null, "R1", "texts of unit " + unit + " were released twice");
        expect(
                released.path("respondents").asInt() >= leastWriting()
                        && released.path("texts").asInt() >= TEXTS,
                "R12",
                "texts of unit " + unit + " are by too few people");
    }

    /** Whether the number of people who wrote says no more than what stands there anyway, whatever came first. */
    private boolean toldAnyway(String unit, JsonNode released) {
        var groups = writing.getOrDefault(unit, Set.of());
        int inBlocks = blocks.values().stream()
                .filter(block -> groups.containsAll(block.groups()))
                .mapToInt(Block::n)
                .sum();
        int anyway = Math.max(Math.max(leastWriting(), released.path("texts").asInt()), inBlocks);
        return released.path("respondents").asInt() <= anyway;
    }

    private int leastWriting() {
        return Math.max(TEXT_RESPONDENTS, terms.minimum());
    }

    /** How many noisy counts the answers of each group stand in. */
    Map<String, Integer> noisyCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        if (count != null) {
            count.path("distributions")
                    .forEach(part -> Figures.texts(part.path("groups"))
                            .forEach(group ->
                                    counts.merge(group, part.path("items").size(), Integer::sum)));
        }
        return counts;
    }

    /** All that is wrong, in the order of history. */
    List<String> exposed() {
        var all = new ArrayList<>(exposed);
        texts.forEach((unit, released) -> {
            if (!toldAnyway(unit, released)) {
                all.add(named("R12: texts of unit " + unit + " count people of whom nothing is released"));
            }
        });
        if (count != null) {
            new DistributionAudit(terms, blocks, count.path("distributions"))
                    .exposed()
                    .forEach(text -> all.add(named(text)));
        }
        return all;
    }

    private void expect(boolean holds, String rule, String text) {
        expect(holds, rule + ": " + text);
    }

    private void expect(boolean holds, String text) {
        if (!holds) {
            exposed.add(named(text));
        }
    }

    private String named(String text) {
        return "pulse " + pulse + ", " + text;
    }
}
