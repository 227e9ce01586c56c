package org.groeipuls.pages.hr;

import java.util.List;

/**
 * A list of which a page shows the beginning, and the rest folded.
 *
 * @param first the beginning, some dozens at most
 */
record Folded<T>(List<T> first, List<T> rest) {
    static final int OPEN = 24;

    static <T> Folded<T> of(List<T> all) {
        int open = Math.min(OPEN, all.size());
        return new Folded<>(all.subList(0, open), all.subList(open, all.size()));
    }

    /** How many there are in all. */
    public int size() {
        return first.size() + rest.size();
    }

    public boolean empty() {
        return first.isEmpty();
    }
}
