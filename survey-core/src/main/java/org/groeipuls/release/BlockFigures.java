package org.groeipuls.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.PairedPattern;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.release.SpreadFigures.AgreementFigures;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.PairMoments;
import org.groeipuls.scoring.Scale;
import org.groeipuls.scoring.ScaleItem;
import org.groeipuls.scoring.ScaleMoments;
import org.groeipuls.scoring.SumClasses;

/**
 * What leaves the box of one block (R4, R5). What is withheld is decided from who answered which items, never from what
 * they answered (R9).
 *
 * <p>Under {@code exact} every figure is a sum over the people who answered certain items. Figures of the same items
 * over other people can be subtracted; what is left must be nobody or at least k people.
 */
final class BlockFigures {
    private final PulseRules rules;
    private final Instrument instrument;
    private final Calibration calibration;
    private final List<String> asked;
    private final List<Map<String, Integer>> rows;

    /**
     * @param asked the items that everyone in the block was asked
     * @param rows per person item id to answer 1..5; unanswered items are absent
     */
    BlockFigures(
            PulseRules rules,
            Instrument instrument,
            Calibration calibration,
            List<String> asked,
            List<Map<String, Integer>> rows) {
        this.rules = rules;
        this.instrument = instrument;
        this.calibration = calibration;
        this.asked = asked;
        this.rows = rows;
    }

    List<ItemFigures> items() {
        return asked.stream().map(this::item).toList();
    }

    private ItemFigures item(String id) {
        int[] counts = new int[5];
        rows.forEach(row -> {
            var answer = row.get(id);
            if (answer != null) {
                counts[answer - 1]++;
            }
        });
        int n = 0;
        int sum = 0;
        for (int answer = 1; answer <= 5; answer++) {
            n += counts[answer - 1];
            sum += answer * counts[answer - 1];
        }
        if (n < rules.minimumGroup()) {
            return ItemFigures.withheld(id, null, Withheld.TOO_FEW_ANSWERS);
        }
        if (rules.disclosure() == Disclosure.BANDED) {
            return ItemFigures.banded(id, n, SumClasses.of(n).containing(sum));
        }
        if (aFewStandOut(scaleAround(instrument.item(id)))) {
            return ItemFigures.withheld(id, n, Withheld.PARTLY_ANSWERED);
        }
        return ItemFigures.exact(id, n, List.of(counts[0], counts[1], counts[2], counts[3], counts[4]));
    }

    /** The asked items of the item's construct; an item that is reported singly stands alone. */
    private List<String> scaleAround(Item item) {
        var construct = item.construct();
        return construct == null ? List.of(item.id()) : ids(instrument.scored(construct, asked));
    }

    /**
     * Whether tallies of these items next to the total of their scale give a figure for a few. Tallies less the total
     * leave either everybody who answered partly, or at least everybody who answered all.
     */
    private boolean aFewStandOut(List<String> items) {
        int all = 0;
        int partly = 0;
        for (var row : rows) {
            if (row.keySet().containsAll(items)) {
                all++;
            } else if (items.stream().anyMatch(row::containsKey)) {
                partly++;
            }
        }
        return partly > 0 && (tooFew(partly) || tooFew(all));
    }

    /**
     * Whether people can be told apart, by which of these items they answered, into fewer than measures of spread take.
     * Where they cannot, all figures of these items are over the same people or over people that differ by as many.
     */
    private boolean aFewAnsweredAlike(Collection<String> items) {
        Map<Set<String>, Integer> alike = new HashMap<>();
        for (var row : rows) {
            Set<String> answered = new HashSet<>(items);
            answered.retainAll(row.keySet());
            alike.merge(answered, 1, Integer::sum);
        }
        alike.remove(Set.<String>of());
        return alike.values().stream().anyMatch(people -> people < spreadFrom());
    }

    private boolean tooFew(int people) {
        return people < rules.minimumGroup();
    }

    /** From how many people up measures of spread are released; never below k. */
    private int spreadFrom() {
        return Math.max(rules.spreadMinimum(), rules.minimumGroup());
    }

    /** The sums of every scale of two items or more; none under {@code banded}. */
    List<ScaleFigures> scales() {
        List<ScaleFigures> figures = new ArrayList<>();
        if (rules.disclosure() == Disclosure.EXACT) {
            for (var construct : instrument.constructs()) {
                var items = instrument.scored(construct.key(), asked);
                if (items.size() >= 2) {
                    var scale = scale(construct.key(), items);
                    var moments = ScaleMoments.of(scale, rows, calibration);
                    if (moments.n() >= rules.minimumGroup()) {
                        figures.add(figures(scale, ids(items), moments));
                    }
                }
            }
        }
        return figures;
    }

    /**
     * Where a few left out the same items, spread is that of whole steps: squares and shares of means of fewer answers
     * could be solved for these people.
     */
    private ScaleFigures figures(Scale scale, List<String> items, ScaleMoments moments) {
        SpreadFigures spread = null;
        if (moments.n() >= spreadFrom()) {
            boolean aFewAlike = aFewAnsweredAlike(items);
            boolean rowsMayShow = moments.complete() >= spreadFrom() && !aFewAlike;
            var agreement = moments.agreement()
                    .filter(found -> rowsMayShow)
                    .map(found -> new AgreementFigures(moments.complete(), found.adM(), found.itemVariances()));
            var shown = aFewAlike ? ScaleMoments.inWholeSteps(scale, rows, calibration) : moments;
            spread = new SpreadFigures(
                    squaresAround(moments, shown),
                    shown.low(),
                    shown.mid(),
                    shown.high(),
                    shown.sumFavourable(),
                    agreement.orElse(null));
        }
        return new ScaleFigures(scale.construct(), items, moments.n(), moments.sumRaw(), moments.sumAdjusted(), spread);
    }

    /** The sum of squares that gives scores the variance that is shown, around the mean that is released. */
    private static double squaresAround(ScaleMoments released, ScaleMoments shown) {
        if (released.equals(shown)) {
            return shown.sumSquares();
        }
        double squaresOfMeans =
                (released.sumAdjusted() * released.sumAdjusted() - shown.sumAdjusted() * shown.sumAdjusted())
                        / released.n();
        return shown.sumSquares() + squaresOfMeans;
    }

    /** The moments of every pair whose both sides were asked whole; none under {@code banded}. */
    List<PairFigures> pairs() {
        List<PairFigures> figures = new ArrayList<>();
        if (rules.disclosure() == Disclosure.EXACT) {
            for (var pattern : instrument.patterns()) {
                if (asked.containsAll(pattern.say()) && asked.containsAll(pattern.does())) {
                    var moments = PairMoments.of(side(pattern.say()), side(pattern.does()), rows);
                    if (moments.n() >= spreadFrom() && !aFewAnsweredAlike(figuresAround(pattern))) {
                        figures.add(new PairFigures(
                                pattern.code(),
                                moments.n(),
                                moments.sumSay(),
                                moments.sumDo(),
                                moments.sumGap(),
                                moments.sumSquares()));
                    }
                }
            }
        }
        return figures;
    }

    /** The items of a pair and of every scale and pair that has figures of the same items, and so on. */
    private Set<String> figuresAround(PairedPattern pattern) {
        List<Set<String>> figures = new ArrayList<>();
        instrument.patterns().forEach(pair -> figures.add(itemsOf(pair)));
        instrument
                .constructs()
                .forEach(construct -> figures.add(Set.copyOf(ids(instrument.scored(construct.key(), asked)))));
        Set<String> around = new HashSet<>(itemsOf(pattern));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var items : figures) {
                grown |= !Collections.disjoint(items, around) && around.addAll(items);
            }
        }
        return around;
    }

    private static Set<String> itemsOf(PairedPattern pattern) {
        Set<String> items = new HashSet<>(pattern.say());
        items.addAll(pattern.does());
        return items;
    }

    private Scale side(List<String> ids) {
        return scale("side", ids.stream().map(instrument::item).toList());
    }

    static Scale scale(String construct, List<Item> items) {
        return new Scale(
                construct,
                items.stream()
                        .map(item -> new ScaleItem(item.id(), item.reversed()))
                        .toList());
    }

    static List<String> ids(List<Item> items) {
        return items.stream().map(Item::id).toList();
    }
}
