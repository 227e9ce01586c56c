package org.groeipuls.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.UnitDistribution.NoisyItem;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;

/**
 * Distributions of large parts of the organisation under {@code banded} (R7). The lowest units of at least 100 sheets
 * are drawn; what is left over below a unit is drawn there when it is large enough too, so that no two parts overlap.
 */
final class Distributions {
    static final int LEAST_SHEETS = 100;

    /** One person changes two counts by one, so epsilon 1 takes noise of scale 2: P(x) ~ exp(-|x| / 2). */
    private static final double DECAY = Math.exp(-1.0 / 2);

    private final PulseIssued issued;
    private final Map<Block, List<Map<String, Integer>>> rows;
    private final RandomGenerator chance;
    private final List<UnitDistribution> drawn = new ArrayList<>();

    private Distributions(PulseIssued issued, Map<Block, List<Map<String, Integer>>> rows, RandomGenerator chance) {
        this.issued = issued;
        this.rows = rows;
        this.chance = chance;
    }

    /** @param chance the noise; the same chance gives the same noise */
    static List<UnitDistribution> of(
            PulseIssued issued, Map<Block, List<Map<String, Integer>>> rows, RandomGenerator chance) {
        var distributions = new Distributions(issued, rows, chance);
        issued.units().stream().filter(unit -> unit.parent() == null).forEach(distributions::leftOver);
        return distributions.drawn;
    }

    private List<Block> leftOver(AskedUnit unit) {
        List<Block> blocks = new ArrayList<>();
        rows.keySet().stream().filter(block -> block.unit().equals(unit.unit())).forEach(blocks::add);
        for (var below : issued.units()) {
            if (Objects.equals(below.parent(), unit.unit())) {
                blocks.addAll(leftOver(below));
            }
        }
        if (blocks.stream().mapToInt(Block::answers).sum() < LEAST_SHEETS) {
            return blocks;
        }
        drawn.add(draw(unit.unit(), blocks));
        return List.of();
    }

    private UnitDistribution draw(UnitId unit, List<Block> blocks) {
        SortedSet<GroupId> groups = new TreeSet<>();
        List<Map<String, Integer>> sheets = new ArrayList<>();
        for (var block : blocks) {
            groups.addAll(block.groupIds());
            sheets.addAll(Objects.requireNonNull(rows.get(block)));
        }
        List<NoisyItem> items = new ArrayList<>();
        for (var item : blocks.getFirst().items()) {
            if (blocks.stream().allMatch(block -> block.items().contains(item))) {
                items.add(new NoisyItem(item, noisy(item, sheets)));
            }
        }
        return new UnitDistribution(unit, groups, sheets.size(), items);
    }

    private List<Integer> noisy(String item, List<Map<String, Integer>> sheets) {
        List<Integer> counts = new ArrayList<>();
        for (int answer = 1; answer <= 5; answer++) {
            int value = answer;
            long count = sheets.stream()
                    .filter(sheet -> Objects.equals(sheet.get(item), value))
                    .count();
            counts.add((int) count + geometric() - geometric());
        }
        return counts;
    }

    /** How often a coin of {@code DECAY} falls well before it does not; two of these make the two-sided noise. */
    private int geometric() {
        return (int) Math.floor(Math.log1p(-chance.nextDouble()) / Math.log(DECAY));
    }
}
