package org.groeipuls.system.browser;

import java.util.List;
import org.groeipuls.simulation.History;
import org.groeipuls.simulation.SurveyClient;

/** What was released of a pulse under {@code exact}. */
final class Tallies {
    private Tallies() {}

    /** How often each answer to an item was given in the only block, 1 first. */
    static List<Integer> of(SurveyClient client, String pulse, String item) {
        var counts = History.ofPulse(History.all(client), pulse).stream()
                .filter(event -> event.type().equals("BlockReleased"))
                .flatMap(block -> block.data().path("items").valueStream())
                .filter(figures -> figures.path("item").asString().equals(item))
                .toList();
        if (counts.size() != 1) {
            throw new AssertionError(item + " was released " + counts.size() + " times");
        }
        return counts.getFirst()
                .path("counts")
                .valueStream()
                .map(n -> n.asInt())
                .toList();
    }
}
