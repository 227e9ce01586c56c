package org.groeipuls.rule;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.scoring.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * How the released figures of items become the score of their scale, and its changes an outcome. Constants (offsets,
 * variances) are a calibration's; what both say follows from released figures alone.
 *
 * @param weights item to weight, 0 or .1 to 10; 1 where absent; 0 leaves the item out
 * @param turned items whose key is the other way round than the instrument says
 * @param outcomes from where on a change is named
 */
public record ScoringRule(
        RuleVersion rule, SortedMap<String, Double> weights, SortedSet<String> turned, Thresholds outcomes) {
    /** What holds where no rule was adopted. */
    public static final ScoringRule BUILT_IN =
            new ScoringRule(new RuleVersion("local-level@1"), new TreeMap<>(), new TreeSet<>(), Thresholds.DEFAULT);

    private static final double LEAST_WEIGHT = .1;
    private static final double MOST_WEIGHT = 10;
    private static final int FEWEST_ITEMS = 2;

    /** @throws RuleNotAllowed when a weight is outside its range */
    public ScoringRule {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        turned = Collections.unmodifiableSortedSet(new TreeSet<>(turned));
        weights.forEach((item, weight) -> {
            if (!(weight == 0 || weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT)) {
                throw new RuleNotAllowed("The weight of an item is 0, or .1 to 10; look at " + item);
            }
        });
    }

    /** The weight of an item. */
    public double weight(String item) {
        return weights.getOrDefault(item, 1.0);
    }

    /** Whether it says anything of an item. */
    public boolean concerns(String item) {
        return weights.containsKey(item) || turned.contains(item);
    }

    /** Whether scores come out otherwise than by the built-in rule, so that a line under it is another line. */
    public boolean measuresOtherwise() {
        return !weights.isEmpty() || !turned.isEmpty();
    }

    /** Its name where scores come out otherwise than by the built-in rule; absent where they do not. */
    public @Nullable String measure() {
        return measuresOtherwise() ? rule.value() : null;
    }

    /** The same instrument with the keys of this rule. */
    public Instrument keyed(Instrument instrument) {
        if (turned.isEmpty()) {
            return instrument;
        }
        var items = instrument.items().stream()
                .map(item -> turned.contains(item.mirrors() == null ? item.id() : item.mirrors())
                        ? new Item(
                                item.id(),
                                item.construct(),
                                !item.reversed(),
                                item.scale(),
                                item.text(),
                                item.mirrors())
                        : item)
                .toList();
        return new Instrument(
                instrument.key(),
                instrument.title(),
                instrument.scales(),
                instrument.constructs(),
                items,
                instrument.forms(),
                instrument.cycle(),
                instrument.patterns());
    }

    /**
     * Whether it can be applied to this instrument: a scale keeps at least two items that count, so that none of them is
     * the scale.
     *
     * @throws RuleNotAllowed when a scale of the instrument keeps fewer
     */
    public void check(Instrument instrument) {
        for (var construct : instrument.constructs()) {
            var items = instrument.items().stream()
                    .filter(item -> construct.key().equals(item.construct()) && item.mirrors() == null)
                    .toList();
            long counted = items.stream().filter(item -> weight(item.id()) > 0).count();
            if (construct.level() == Construct.Level.GROUP && items.size() >= FEWEST_ITEMS && counted < FEWEST_ITEMS) {
                throw new RuleNotAllowed("Two items or more of a scale count; too few do of " + construct.key() + " of "
                        + instrument.key());
            }
        }
    }
}
