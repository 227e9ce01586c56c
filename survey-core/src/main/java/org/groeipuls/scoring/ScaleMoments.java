package org.groeipuls.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the count keeps of one scale in one block under the rule {@code exact} (measurement, section 2, "what the count
 * stores"). Sums run over sorted values, so the order of the ballots leaves no trace. It computes for any n; whether a
 * part may leave the count is the release rules' matter.
 *
 * @param n respondents with a score
 * @param sumRaw Σ raw scores, points
 * @param sumAdjusted Σ y, adjusted scores, points
 * @param sumSquares Σ y², points²
 * @param low respondents with y below 2.5
 * @param mid respondents with y from 2.5 to below 3.5
 * @param high respondents with y of 3.5 or more
 * @param sumFavourable Σ over respondents of the share of their answered items with x' of 4 or 5
 * @param partly rows that answered some but not all presented items, scored or not
 * @param complete rows that answered every presented item
 * @param agreement AD_M and item variances on the complete rows; empty below five of them
 */
public record ScaleMoments(
        int n,
        double sumRaw,
        double sumAdjusted,
        double sumSquares,
        int low,
        int mid,
        int high,
        double sumFavourable,
        int partly,
        int complete,
        Optional<Agreement> agreement) {
    private static final int AGREEMENT_MINIMUM = 5;
    private static final double LOW_BELOW = 2.5;
    private static final double HIGH_FROM = 3.5;
    private static final int FAVOURABLE_FROM = 4;

    /**
     * The moments of a scale over the answer rows of a block.
     *
     * @param rows per respondent item id to answer 1..5; unanswered items are absent, other items are ignored
     * @throws IllegalArgumentException when an answer to an item of the scale is not 1..5
     */
    public static ScaleMoments of(Scale scale, List<Map<String, Integer>> rows, Calibration calibration) {
        return moments(
                scale,
                rows,
                row -> ScaleScore.of(scale, row, calibration).orElseThrow(),
                row -> favourableShare(scale, row));
    }

    /**
     * The same from scores that do not show who left something out: every mean and every share of J presented items is
     * rounded to a whole number of J-ths (halves up), as complete rows have them, and moved by the mean of the offsets.
     * A mean of fewer answers has another denominator, by which sums of squares can be solved for the few who have it.
     *
     * @throws IllegalArgumentException when an answer to an item of the scale is not 1..5
     */
    public static ScaleMoments inWholeSteps(Scale scale, List<Map<String, Integer>> rows, Calibration calibration) {
        int steps = scale.items().size();
        double offset = scale.items().stream()
                .mapToDouble(item -> calibration.offset(item.id()))
                .average()
                .orElseThrow();
        return moments(
                scale,
                rows,
                row -> inSteps(ScaleScore.raw(scale, row).orElseThrow(), steps) - offset,
                row -> inSteps(favourableShare(scale, row), steps));
    }

    private static double inSteps(double value, int steps) {
        return Math.floor(value * steps + 1.0 / 2 + Domain.SLACK) / steps;
    }

    private static ScaleMoments moments(
            Scale scale,
            List<Map<String, Integer>> rows,
            ToDoubleFunction<Map<String, Integer>> score,
            ToDoubleFunction<Map<String, Integer>> share) {
        List<Map<String, Integer>> scored = rows.stream()
                .filter(row -> ScaleScore.raw(scale, row).isPresent())
                .toList();
        double[] raw = sorted(scored, row -> ScaleScore.raw(scale, row).orElseThrow());
        double[] adjusted = sorted(scored, score);
        double[] favourable = sorted(scored, share);
        int low = below(adjusted, LOW_BELOW);
        int notHigh = below(adjusted, HIGH_FROM);
        List<int[]> answered = rows.stream()
                .map(row -> scores(scale, row))
                .filter(scores -> scores.length > 0)
                .toList();
        List<int[]> complete = answered.stream()
                .filter(scores -> scores.length == scale.items().size())
                .toList();
        return new ScaleMoments(
                scored.size(),
                sum(raw, y -> y),
                sum(adjusted, y -> y),
                sum(adjusted, y -> y * y),
                low,
                notHigh - low,
                scored.size() - notHigh,
                sum(favourable, part -> part),
                answered.size() - complete.size(),
                complete.size(),
                complete.size() < AGREEMENT_MINIMUM ? Optional.empty() : Optional.of(Agreement.of(complete)));
    }

    /** Mean adjusted score ȳ, points; empty without respondents. */
    public OptionalDouble mean() {
        return perRespondent(sumAdjusted);
    }

    /** Mean raw score, 1..5; empty without respondents. */
    public OptionalDouble rawMean() {
        return perRespondent(sumRaw);
    }

    /** Mean share of favourable answers, 0..1; empty without respondents. */
    public OptionalDouble favourable() {
        return perRespondent(sumFavourable);
    }

    /** Variance s² of the adjusted scores (denominator n-1), points²; empty below two respondents. */
    public OptionalDouble variance() {
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, sumSquares - sumAdjusted * sumAdjusted / n) / (n - 1));
    }

    private OptionalDouble perRespondent(double sum) {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
    }

    private static double[] sorted(List<Map<String, Integer>> rows, ToDoubleFunction<Map<String, Integer>> value) {
        return rows.stream().mapToDouble(value).sorted().toArray();
    }

    private static double sum(double[] values, DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).sum();
    }

    private static int below(double[] values, double limit) {
        return (int) Arrays.stream(values)
                .filter(value -> value < limit - Domain.SLACK)
                .count();
    }

    private static int[] scores(Scale scale, Map<String, Integer> row) {
        return scale.items().stream()
                .flatMapToInt(item -> {
                    Integer answer = row.get(item.id());
                    return answer == null ? IntStream.empty() : IntStream.of(item.score(answer));
                })
                .toArray();
    }

    private static double favourableShare(Scale scale, Map<String, Integer> row) {
        int[] scores = scores(scale, row);
        return Arrays.stream(scores).filter(x -> x >= FAVOURABLE_FROM).count() / (double) scores.length;
    }
}
