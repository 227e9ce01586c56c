package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groeipuls.audit.PulseAudit.Block;
import org.groeipuls.audit.PulseAudit.Terms;
import tools.jackson.databind.JsonNode;

/** Noisy counts of large units (R7): only under {@code banded}, of 100 people and more, on whole blocks and once each. */
final class DistributionAudit {
    private static final int LEAST = 100;

    private final List<String> exposed = new ArrayList<>();

    /** @param blocks of the pulse, all of them */
    DistributionAudit(Terms terms, Map<String, Block> blocks, JsonNode distributions) {
        Set<String> seen = new HashSet<>();
        for (var part : distributions) {
            var unit = part.path("unit").asString("");
            Set<String> groups = new HashSet<>(Figures.texts(part.path("groups")));
            expect(terms.banded(), unit, "stand beside exact figures of the same people");
            expect(part.path("n").asInt() >= LEAST, unit, "are about fewer than 100 people");
            expect(groups.stream().noneMatch(seen::contains), unit, "are partly about people of another part");
            expect(cuts(groups, blocks) == 0, unit, "cut a block in two");
            seen.addAll(groups);
        }
    }

    private static long cuts(Set<String> groups, Map<String, Block> blocks) {
        return blocks.values().stream()
                .filter(block -> block.groups().stream().anyMatch(groups::contains))
                .filter(block -> !groups.containsAll(block.groups()))
                .count();
    }

    private void expect(boolean holds, String unit, String text) {
        if (!holds) {
            exposed.add("R7: counts of unit " + unit + " " + text);
        }
    }

    List<String> exposed() {
        return exposed;
    }
}
