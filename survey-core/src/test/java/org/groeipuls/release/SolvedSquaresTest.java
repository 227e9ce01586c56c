package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Scale;
import org.groeipuls.scoring.ScaleMoments;
import org.junit.jupiter.api.Test;

/**
 * Under {@code exact} twenty people answer a scale of six and one of them leaves out a statement. The others' means are
 * whole sixths and that one's are fifths, so sums of squares and of shares have the mark of one person's answers on them.
 */
class SolvedSquaresTest {
    private static final int ITEMS = 6;
    private static final int DRAWS = 200;
    private static final double CLOSE = 1e-6;
    private static final Instrument INSTRUMENT = Asked.instrument(List.of(), "a1", "-a2", "a3", "-a4", "a5", "-a6");

    @Test
    void from_what_is_released_a_few_sums_remain_possible_of_whoever_left_something_out() {
        for (int seed = 0; seed < DRAWS; seed++) {
            var rows = rows(seed);
            var scale = new BlockFigures(
                            Asked.exact(5, 20), INSTRUMENT, Calibration.DEFAULT, Asked.items(INSTRUMENT), rows)
                    .scales()
                    .getFirst();
            var spread = Objects.requireNonNull(scale.spread());
            var fitting = IntStream.rangeClosed(ITEMS - 1, 5 * (ITEMS - 1))
                    .filter(sum -> fits(sum, scale.n(), scale.sumRaw(), spread.sumAdjustedSquared(), true))
                    .boxed()
                    .toList();
            assertThat(fitting).as("seed " + seed).contains(alone(rows)).hasSizeGreaterThanOrEqualTo(3);
            assertThat(spread.sumFavourable() * ITEMS)
                    .isCloseTo(Math.rint(spread.sumFavourable() * ITEMS), Offset.offset(CLOSE));
        }
    }

    /** The control: the plain squares, which the reference implementation keeps, fit one sum only in most draws. */
    @Test
    void from_plain_squares_most_of_them_are_found() {
        var scale = BlockFigures.scale("a", INSTRUMENT.scored("a", Asked.items(INSTRUMENT)));
        assertThat(IntStream.range(0, DRAWS).filter(seed -> foundFromPlainSquares(scale, rows(seed))))
                .hasSizeGreaterThan(DRAWS / 2);
    }

    private static boolean foundFromPlainSquares(Scale scale, List<Map<String, Integer>> rows) {
        var moments = ScaleMoments.of(scale, rows, Calibration.DEFAULT);
        var fitting = IntStream.rangeClosed(ITEMS - 1, 5 * (ITEMS - 1))
                .filter(sum -> fits(sum, moments.n(), moments.sumRaw(), moments.sumSquares(), false))
                .boxed()
                .toList();
        assertThat(fitting).contains(alone(rows));
        return fitting.size() == 1;
    }

    /** Whether there can be sums of the others, whole numbers of 6 to 30, with these totals. */
    private static boolean fits(int sum, int n, double sumRaw, double squares, boolean wholeSteps) {
        double score = sum / (ITEMS - 1.0);
        double others = (sumRaw - score) * ITEMS;
        if (wholeSteps) {
            double step = Math.floor(score * ITEMS + .5) / ITEMS;
            double shown = sumRaw - score + step;
            return possible(others, squares - (sumRaw * sumRaw - shown * shown) / n - step * step, n - 1);
        }
        return possible(others, squares - score * score, n - 1);
    }

    private static boolean possible(double sum, double squaresOfMeans, int people) {
        double squares = squaresOfMeans * ITEMS * ITEMS;
        return whole(sum)
                && whole(squares)
                && Math.rint(sum) % 2 == Math.rint(squares) % 2
                && squares * people >= sum * sum - CLOSE
                && squares <= (ITEMS + 5 * ITEMS) * sum - ITEMS * 5.0 * ITEMS * people + CLOSE;
    }

    private static boolean whole(double number) {
        return Math.abs(number - Math.rint(number)) < CLOSE;
    }

    private static int alone(List<Map<String, Integer>> rows) {
        return rows.getFirst().entrySet().stream()
                .mapToInt(answer ->
                        (answer.getKey().charAt(1) - '0') % 2 == 0 ? 6 - answer.getValue() : answer.getValue())
                .sum();
    }

    private static List<Map<String, Integer>> rows(int seed) {
        var chance = new SplittableRandom(seed);
        List<Map<String, Integer>> rows = new ArrayList<>();
        for (int person = 0; person < 20; person++) {
            Map<String, Integer> row = new HashMap<>();
            for (int item = 1; item <= (person == 0 ? ITEMS - 1 : ITEMS); item++) {
                row.put("a" + item, chance.nextInt(1, 6));
            }
            rows.add(row);
        }
        return rows;
    }
}
