package org.groeipuls.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How often the printed 90 % band holds what the whole group would have said, those who were silent included. */
final class SimulatedSnapshots {
    private static final int ITEMS = 3;
    static final List<Double> LEVELS = List.of(3.2, 3.6, 4.0, 4.4, 4.6);

    private SimulatedSnapshots() {}

    /** Who is silent beside {@code n} answers: nobody, one in five, or half. */
    static final List<Integer> SILENT_PERCENT = List.of(0, 20, 50);

    static int eligible(int n, int silentPercent) {
        return Math.toIntExact(Math.round(n / (1 - silentPercent / 100.0)));
    }

    /** Share of bands that hold the truth at a level of the group. */
    static double coverage(SimulatedRule rule, int n, int eligible, double spread, double level, int times) {
        int held = 0;
        for (int seed = 1; seed <= times; seed++) {
            SplittableRandom chance = new SplittableRandom(seed * 10_000L + n * 100L + eligible);
            List<int[]> rows = new SimulatedGroup(chance, eligible, spread).everybody(ITEMS, level);
            held += holds(band(rule, rows.subList(0, n), eligible), mean(rows)) ? 1 : 0;
        }
        return held / (double) times;
    }

    /** Where everyone answered the band is the mean itself, but for the last digit. */
    private static boolean holds(Interval band, double truth) {
        return band.low() - 1e-9 <= truth && truth <= band.high() + 1e-9;
    }

    private static Interval band(SimulatedRule rule, List<int[]> answered, int eligible) {
        double s02 = Calibration.DEFAULT.s02("PS");
        int n = answered.size();
        if (rule == SimulatedRule.BANDED) {
            List<BandedItem> items = IntStream.range(0, ITEMS)
                    .mapToObj(item -> item(item, answered))
                    .toList();
            return Snapshot.banded(BandedScale.of(items, Calibration.DEFAULT).orElseThrow(), eligible, s02);
        }
        GroupScores scores = GroupScores.of(
                answered.stream().mapToDouble(SimulatedSnapshots::score).toArray());
        OptionalDouble variance = rule.variance(n, OptionalDouble.of(scores.variance()));
        return Snapshot.exact(scores.mean(), variance, n, eligible, s02);
    }

    private static BandedItem item(int item, List<int[]> answered) {
        int n = answered.size();
        int sum = answered.stream().mapToInt(row -> row[item]).sum();
        return new BandedItem(
                "PS" + item,
                false,
                n,
                CLASSES.computeIfAbsent(n, SumClasses::of).containing(sum));
    }

    private static final Map<Integer, SumClasses> CLASSES = new HashMap<>();

    private static double mean(List<int[]> rows) {
        return rows.stream().mapToDouble(SimulatedSnapshots::score).average().orElseThrow();
    }

    private static double score(int[] row) {
        return IntStream.of(row).average().orElseThrow();
    }
}
