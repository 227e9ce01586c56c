package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every order of people that can be read out of copies, of whatever of theirs is found in one place. */
final class Orders {
    private static final int ENOUGH = 20;

    private final List<Found> found = new ArrayList<>();

    /**
     * One place in which something of many people stands.
     *
     * @param where which file or table, and what was found there
     * @param places per person the first place; people of whom nothing was found are missing
     */
    record Found(String where, TreeMap<Integer, Long> places) {
        double correlation() {
            return Order.correlation(List.copyOf(places.values()));
        }
    }

    static Orders in(List<Copies.Source> sources, Needles needles) {
        var orders = new Orders();
        for (var source : sources) {
            Map<String, TreeMap<Integer, Long>> kinds = new LinkedHashMap<>();
            for (var hit : source.search(needles)) {
                kinds.computeIfAbsent(hit.needle().kind(), fresh -> new TreeMap<>())
                        .merge(hit.needle().person(), hit.offset(), Math::min);
            }
            kinds.forEach((kind, places) -> {
                if (places.size() >= ENOUGH) {
                    orders.found.add(new Found(kind + " in " + source.name(), places));
                }
            });
        }
        return orders;
    }

    List<Found> found() {
        return found;
    }

    /** The strongest correlation with the order in which people answered, of either sign; 0 when there is none. */
    double strongest() {
        return found.stream()
                .mapToDouble(one -> Math.abs(one.correlation()))
                .max()
                .orElse(0);
    }
}
