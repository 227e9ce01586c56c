package org.groeipuls.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the count keeps of a say-do pair in one block under the rule {@code exact} (measurement, section 5): d = say - do
 * within one answer sheet, raw reversed scores, no offsets. Sums run over sorted values, so the order of the ballots
 * leaves no trace.
 *
 * @param n sheets with both sides
 * @param sumSay Σ say, points
 * @param sumDo Σ do, points
 * @param sumGap Σ d, points
 * @param sumSquares Σ d², points²
 */
public record PairMoments(int n, double sumSay, double sumDo, double sumGap, double sumSquares) {

    /**
     * The moments of a pair over the answer rows of a block. Each side needs two answers, or its only one when the pair is
     * defined on single items; pass the whole side as defined, also where the form left items out.
     *
     * @param rows per respondent item id to answer 1..5; unanswered items are absent
     * @throws IllegalArgumentException when an answer to an item of the pair is not 1..5
     */
    public static PairMoments of(Scale say, Scale practice, List<Map<String, Integer>> rows) {
        double[][] pairs = rows.stream()
                .filter(row -> side(say, row).isPresent() && side(practice, row).isPresent())
                .map(row -> new double[] {
                    side(say, row).orElseThrow(), side(practice, row).orElseThrow()
                })
                .toArray(double[][]::new);
        double[] gaps = Arrays.stream(pairs)
                .mapToDouble(pair -> pair[0] - pair[1])
                .sorted()
                .toArray();
        return new PairMoments(
                pairs.length,
                Arrays.stream(pairs).mapToDouble(pair -> pair[0]).sorted().sum(),
                Arrays.stream(pairs).mapToDouble(pair -> pair[1]).sorted().sum(),
                Arrays.stream(gaps).sum(),
                Arrays.stream(gaps).map(gap -> gap * gap).sorted().sum());
    }

    /** Variance s²_d of the gap (denominator n-1), points²; empty below two sheets. */
    public OptionalDouble variance() {
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, sumSquares - sumGap * sumGap / n) / (n - 1));
    }

    private static OptionalDouble side(Scale side, Map<String, Integer> row) {
        return ScaleScore.mean(
                side, row, Calibration.DEFAULT, Math.min(2, side.items().size()));
    }
}
