package org.groeipuls.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;

/**
 * Forms blocks (R3): a group with fewer answers than k is merged with its smallest sibling, ties by id; without a
 * sibling it is passed to the unit above, up to the root. Decided from numbers of answers alone; everyone is in exactly
 * one block.
 */
final class Blocks {
    private static final Comparator<Block> SMALLEST_FIRST =
            Comparator.comparingInt(Block::answers).thenComparing(Block::id);

    private final PulseIssued issued;
    private final Map<GroupId, Integer> answers;
    private final List<Block> done = new ArrayList<>();

    private Blocks(PulseIssued issued, Map<GroupId, Integer> answers) {
        this.issued = issued;
        this.answers = answers;
    }

    /**
     * All blocks of a pulse in the order of their ids; those below k could not be merged up to the root.
     *
     * @param answers how many sheets each asked group has; absent means none
     */
    static List<Block> of(PulseIssued issued, Map<GroupId, Integer> answers) {
        var blocks = new Blocks(issued, answers);
        for (var unit : issued.units()) {
            if (unit.parent() == null) {
                blocks.done.addAll(blocks.remainderOf(unit));
            }
        }
        return blocks.done.stream().sorted(Comparator.comparing(Block::id)).toList();
    }

    /** Settles the blocks of a unit and all below it; gives back what has to be merged above (at most one block). */
    private List<Block> remainderOf(AskedUnit unit) {
        List<Block> children = new ArrayList<>();
        for (var group : issued.groups()) {
            if (group.unit().equals(unit.unit())) {
                children.add(new Block(unit.unit(), List.of(group), answers.getOrDefault(group.group(), 0)));
            }
        }
        for (var below : issued.units()) {
            if (Objects.equals(below.parent(), unit.unit())) {
                children.addAll(remainderOf(below));
            }
        }
        return merge(children, unit.unit());
    }

    private List<Block> merge(List<Block> children, UnitId unit) {
        int k = issued.rules().minimumGroup();
        children.sort(SMALLEST_FIRST);
        while (children.size() > 1 && children.getFirst().answers() < k) {
            var merged = children.removeFirst().with(children.removeFirst(), unit);
            children.add(merged);
            children.sort(SMALLEST_FIRST);
        }
        if (!children.isEmpty() && children.getFirst().answers() < k) {
            return List.of(children.getFirst());
        }
        done.addAll(children);
        return List.of();
    }
}
