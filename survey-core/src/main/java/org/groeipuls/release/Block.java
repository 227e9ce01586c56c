package org.groeipuls.release;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;

/**
 * The reporting group after merging (R3): one asked group, or several that had too few answers alone.
 *
 * @param unit the lowest unit that has all of its groups
 * @param answers how many sheets it has; 0 or more
 */
record Block(UnitId unit, List<AskedGroup> groups, int answers) {
    /** The ids of its groups, joined; the same structure always has the same id. */
    String id() {
        return groupIds().stream().map(GroupId::value).collect(Collectors.joining("+"));
    }

    SortedSet<GroupId> groupIds() {
        return groups.stream().map(AskedGroup::group).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean merged() {
        return groups.size() > 1;
    }

    int eligible() {
        return groups.stream().mapToInt(AskedGroup::eligible).sum();
    }

    /** The items that every one of its groups was asked, in the order of the first group's form. */
    List<String> items() {
        return groups.getFirst().items().stream()
                .filter(item -> groups.stream().allMatch(group -> group.items().contains(item)))
                .toList();
    }

    Block with(Block other, UnitId at) {
        var all = new java.util.ArrayList<>(groups);
        all.addAll(other.groups);
        all.sort(java.util.Comparator.comparing(AskedGroup::group));
        return new Block(at, List.copyOf(all), answers + other.answers);
    }
}
