package org.groeipuls.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        if (aFewAnsweredPartly(scaleAround(instrument.item(id)))) {
            return ItemFigures.withheld(id, n, Withheld.PARTLY_ANSWERED);
        }
        return ItemFigures.exact(id, n, List.of(counts[0], counts[1], counts[2], counts[3], counts[4]));
    }

    /** The asked items of the item's construct; an item that is reported singly stands alone. */
    private List<String> scaleAround(Item item) {
        var construct = item.construct();
        return construct == null ? List.of(item.id()) : ids(instrument.scored(construct, asked));
    }

    /** One to k-1 people answered some but not all of these: a difference of sums would be a figure for them alone. */
    private boolean aFewAnsweredPartly(List<String> items) {
        return tooFew(rows.stream()
                .filter(row -> items.stream().anyMatch(row::containsKey))
                .filter(row -> !row.keySet().containsAll(items))
                .count());
    }

    private boolean tooFew(long people) {
        return people > 0 && people < rules.minimumGroup();
    }

    /** The sums of every scale of two items or more; none under {@code banded}. */
    List<ScaleFigures> scales() {
        List<ScaleFigures> figures = new ArrayList<>();
        if (rules.disclosure() == Disclosure.EXACT) {
            for (var construct : instrument.constructs()) {
                var items = instrument.scored(construct.key(), asked);
                if (items.size() >= 2) {
                    var moments = ScaleMoments.of(scale(construct.key(), items), rows, calibration);
                    if (moments.n() >= rules.minimumGroup()) {
                        figures.add(scale(construct.key(), ids(items), moments));
                    }
                }
            }
        }
        return figures;
    }

    private ScaleFigures scale(String construct, List<String> items, ScaleMoments moments) {
        SpreadFigures spread = null;
        if (moments.n() >= rules.spreadMinimum()) {
            boolean rowsMayShow = moments.complete() >= rules.spreadMinimum() && !aFewAnsweredPartly(items);
            var agreement = moments.agreement()
                    .filter(found -> rowsMayShow)
                    .map(found -> new AgreementFigures(moments.complete(), found.adM(), found.itemVariances()));
            spread = new SpreadFigures(
                    moments.sumSquares(),
                    moments.low(),
                    moments.mid(),
                    moments.high(),
                    moments.sumFavourable(),
                    agreement.orElse(null));
        }
        return new ScaleFigures(construct, items, moments.n(), moments.sumRaw(), moments.sumAdjusted(), spread);
    }

    /** The moments of every pair whose both sides were asked whole; none under {@code banded}. */
    List<PairFigures> pairs() {
        List<PairFigures> figures = new ArrayList<>();
        if (rules.disclosure() == Disclosure.EXACT) {
            for (var pattern : instrument.patterns()) {
                if (asked.containsAll(pattern.say()) && asked.containsAll(pattern.does())) {
                    var moments = PairMoments.of(side(pattern.say()), side(pattern.does()), rows);
                    if (moments.n() >= rules.spreadMinimum() && nobodyStandsOut(pattern, moments.n())) {
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

    private boolean nobodyStandsOut(PairedPattern pattern, int inPair) {
        long answeredAny = rows.stream()
                .filter(row -> pattern.say().stream().anyMatch(row::containsKey)
                        || pattern.does().stream().anyMatch(row::containsKey))
                .count();
        return !aFewAnsweredPartly(pattern.say())
                && !aFewAnsweredPartly(pattern.does())
                && !tooFew(answeredAny - inPair);
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
