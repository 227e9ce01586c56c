package org.groeipuls.trend;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.trend.Formulas.Scoring;

/**
 * The mean of a scale under {@code exact}; from the tallies of its items where no sum over the scale was released for the
 * rule that is wanted.
 *
 * @param n answers; the rounded mean over the items
 * @param mean after offsets, 1 to 5
 */
record ItemTallies(int n, double mean) {
    private static final int FEWEST_ITEMS = 2;
    private static final int TURNED = 6;

    /** Σ w (m - b) / Σ w over the released items that count; empty below two. */
    static Optional<ItemTallies> of(List<ItemFigures> figures, Scales known, Scoring scoring) {
        var counted = figures.stream()
                .filter(item -> item.counts() != null && scoring.rule().weight(item.item()) > 0)
                .toList();
        if (counted.size() < FEWEST_ITEMS) {
            return Optional.empty();
        }
        double weights = 0;
        double sum = 0;
        double answers = 0;
        for (var item : counted) {
            var counts = Objects.requireNonNull(item.counts());
            double n = counts.stream().mapToInt(Integer::intValue).sum();
            double mean = mean(counts, n);
            double keyed = known.item(item.item()).reversed() ? TURNED - mean : mean;
            double weight = scoring.rule().weight(item.item());
            weights += weight;
            sum += weight * (keyed - scoring.wanted().offset(item.item()));
            answers += n;
        }
        return Optional.of(new ItemTallies((int) Math.round(answers / counted.size()), sum / weights));
    }

    private static double mean(List<Integer> counts, double n) {
        double sum = 0;
        for (int value = 1; value <= counts.size(); value++) {
            sum += value * counts.get(value - 1);
        }
        return sum / n;
    }
}
