package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What an organisation of sixty made-up groups learns from a baseline and twelve pulses, under each rule. */
final class SimulatedCalibration {
    private static final int GROUPS = 60;
    private static final int PULSES = 12;

    private SimulatedCalibration() {}

    /** What so many organisations learn, each by itself. */
    static List<Calibration> learned(SimulatedRule rule, int organisations) {
        return LongStream.rangeClosed(1, organisations)
                .mapToObj(seed -> learned(rule, seed))
                .toList();
    }

    static Calibration learned(SimulatedRule rule, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<SimulatedGroup> groups = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        List<Map<String, Integer>> baseline = new ArrayList<>();
        List<BandedItem> blocks = new ArrayList<>();
        for (int at = 0; at < GROUPS; at++) {
            SimulatedGroup group = new SimulatedGroup(chance, chance.nextInt(6, 15), SimulatedGroup.STABLE);
            double level = 3.6 + Math.sqrt(.1) * chance.nextGaussian();
            List<Map<String, Integer>> sheets = group.answers(SimulatedGroup.WHOLE, level);
            groups.add(group);
            levels.add(level);
            baseline.addAll(sheets);
            blocks.addAll(SimulatedRule.items(SimulatedGroup.WHOLE, sheets));
        }
        Map<String, Double> means = rule == SimulatedRule.BANDED ? ItemOffsets.means(blocks) : means(baseline);
        return learned(rule, ItemOffsets.of(means), groups, levels);
    }

    private static Calibration learned(
            SimulatedRule rule, Map<String, Double> offsets, List<SimulatedGroup> groups, List<Double> levels) {
        Calibration scored = new Calibration("offsets@1", offsets, Map.of(), Map.of(), Map.of(), 1, .0025, .5, false);
        List<ReleasedSeries> released = new ArrayList<>();
        List<ReleasedSeries> exact = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            List<ReleasedSeries.Point> points = new ArrayList<>();
            List<ReleasedSeries.Point> rows = new ArrayList<>();
            for (int pulse = 1; pulse <= PULSES; pulse++) {
                Scale form = SimulatedGroup.form(pulse);
                List<Map<String, Integer>> sheets = groups.get(at).answers(form, levels.get(at));
                rule.point(pulse, form, sheets, scored).ifPresent(points::add);
                SimulatedRule.EXACT_WITH_SPREAD
                        .point(pulse, form, sheets, scored)
                        .ifPresent(rows::add);
            }
            released.add(new ReleasedSeries("PS", points));
            exact.add(new ReleasedSeries("PS", rows));
        }
        // The spread of the organisation's record (R6), rounded as it leaves the count.
        double s02 = Rounding.toTwentieth(BetweenGroups.pooledVariance(exact).orElseThrow());
        var stated = new CalibrationEstimate.Stated("learned@1", offsets, Map.of("PS", s02), OptionalDouble.empty());
        return CalibrationEstimate.of(released, stated).orElseThrow();
    }

    private static Map<String, Double> means(List<Map<String, Integer>> sheets) {
        Map<String, Double> means = new HashMap<>();
        for (ScaleItem item : SimulatedGroup.WHOLE.items()) {
            means.put(
                    item.id(),
                    sheets.stream()
                            .filter(sheet -> sheet.containsKey(item.id()))
                            .collect(
                                    Collectors.averagingDouble(sheet -> item.score(sheet.getOrDefault(item.id(), 0)))));
        }
        return means;
    }
}
