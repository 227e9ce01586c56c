package org.groeipuls.release;

import java.util.List;
import java.util.SortedSet;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;

/**
 * Answers per category in a large part of the organisation under {@code banded}, with two-sided geometric noise
 * (epsilon 1, scale 2; R7). Drawn once, on parts that do not overlap; larger parts are sums of these.
 *
 * @param unit the unit the part belongs to
 * @param groups the groups in the part
 * @param n how many sheets it has; at least 100
 */
public record UnitDistribution(UnitId unit, SortedSet<GroupId> groups, int n, List<NoisyItem> items) {
    /** @param counts noisy numbers of the answers 1, 2, 3, 4 and 5; may be below zero */
    public record NoisyItem(String item, List<Integer> counts) {}
}
