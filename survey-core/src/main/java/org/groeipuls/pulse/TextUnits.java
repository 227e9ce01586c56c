package org.groeipuls.pulse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;

/**
 * In whose name people write: the lowest unit with at least two groups and {@link OpenText#LEAST_RESPONDENTS} people who
 * are asked to; what is too small goes to the unit above, and at the top the smallest unit joins whoever is left over.
 * Decided from sizes alone. Every group is in exactly one unit, so no text is in two.
 */
public final class TextUnits {
    private final List<AskedUnit> units;
    private final List<AskedGroup> writing;
    private final List<TextUnit> settled = new ArrayList<>();

    private TextUnits(List<AskedUnit> units, List<AskedGroup> writing) {
        this.units = units;
        this.writing = writing;
    }

    /**
     * The units in the order of their ids, without tickets; none when there are too few people altogether.
     *
     * @param writing the groups whose form has the open question
     */
    public static List<TextUnit> of(List<AskedUnit> units, List<AskedGroup> writing) {
        var found = new TextUnits(units, writing);
        for (var unit : units) {
            if (unit.parent() == null) {
                found.top(unit);
            }
        }
        return found.settled.stream()
                .sorted(Comparator.comparing(TextUnit::unit))
                .toList();
    }

    private void top(AskedUnit root) {
        int before = settled.size();
        var left = leftOf(root);
        while (!left.isEmpty() && people(left) < OpenText.LEAST_RESPONDENTS && settled.size() > before) {
            var smallest = settled.subList(before, settled.size()).stream()
                    .min(Comparator.comparingInt(TextUnit::eligible).thenComparing(TextUnit::unit))
                    .orElseThrow();
            settled.remove(smallest);
            writing.stream()
                    .filter(group -> smallest.groups().contains(group.group()))
                    .forEach(left::add);
        }
        if (people(left) >= OpenText.LEAST_RESPONDENTS) {
            settled.add(unit(root, left));
        }
    }

    /** Settles all units below this one and itself; gives back the groups that are too few here. */
    private List<AskedGroup> leftOf(AskedUnit unit) {
        List<AskedGroup> left = new ArrayList<>();
        writing.stream().filter(group -> group.unit().equals(unit.unit())).forEach(left::add);
        units.stream()
                .filter(below -> Objects.equals(below.parent(), unit.unit()))
                .forEach(below -> left.addAll(leftOf(below)));
        if (unit.parent() == null || left.size() < 2 || people(left) < OpenText.LEAST_RESPONDENTS) {
            return left;
        }
        settled.add(unit(unit, left));
        return new ArrayList<>();
    }

    private static TextUnit unit(AskedUnit unit, List<AskedGroup> groups) {
        SortedSet<GroupId> ids = new TreeSet<>();
        groups.forEach(group -> ids.add(group.group()));
        UnitId id = unit.unit();
        return new TextUnit(id, unit.name(), ids, people(groups), null);
    }

    private static int people(List<AskedGroup> groups) {
        return groups.stream().mapToInt(AskedGroup::eligible).sum();
    }
}
