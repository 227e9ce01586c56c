package org.groeipuls.ballot;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the works council's tool gives back: the sheets without their outer layer, still sealed for the operator, shuffled
 * within each group, and without anything that says whose they are.
 *
 * @param groups per group id its sealed sheets
 * @param rejected how many ballots were no valid ballot of this pulse, or the second one of a ticket
 */
public record CouncilShare(SortedMap<String, List<byte[]>> groups, int rejected) {
    public CouncilShare {
        SortedMap<String, List<byte[]>> copy = new TreeMap<>();
        groups.forEach((group, sheets) -> copy.put(group, List.copyOf(sheets)));
        groups = Collections.unmodifiableSortedMap(copy);
    }

    /** How many sheets are in it. */
    public int sheets() {
        return groups.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public String toString() {
        return "CouncilShare[" + sheets() + " sheets, not shown]";
    }
}
