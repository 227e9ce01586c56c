package org.groeipuls.scoring;

import static org.groeipuls.scoring.SimulationPage.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How often printed bands hold, by rule, answers, spread, silence and level. */
final class CoverageTables {
    private static final int FEWEST = 5;
    private static final int MOST = 14;
    private static final double[] SPREADS = {.3, SimulatedGroup.STABLE, .8};

    private final int times;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<String>> byLevel = new ArrayList<>();
    private final Map<Double, Double> least = new TreeMap<>();

    CoverageTables(int times) {
        this.times = times;
        for (SimulatedRule rule : SimulatedRule.values()) {
            measure(rule);
        }
    }

    /** The lowest cell at this spread, over all levels. */
    double least(double spread) {
        return least.getOrDefault(spread, 0.0);
    }

    void print(SimulationPage page) {
        String lowest = least.entrySet().stream()
                .map(entry -> percent(entry.getValue()) + " at " + entry.getKey())
                .collect(Collectors.joining(", "));
        page.section(
                3,
                "Printed bands of one pulse",
                """
                Bar: the 90 %% band holds what the whole group would have said in at least 88 %%, with n = 5 to 14 answers.
                What lasts in people has a standard deviation of .3, .5 (usual) or .8; the lowest cells are %s.
                It falls short where people differ much more than the organisation's s0² says. Five levels from 3.2 to 4.6
                together; beside the n who answered nobody, one in five or half was silent.
                """.formatted(lowest),
                List.of(
                        "rule",
                        "n",
                        ".3: nobody",
                        "one in five",
                        "half",
                        ".5: nobody",
                        "one in five",
                        "half",
                        ".8: nobody",
                        "one in five",
                        "half"),
                rows);
        page.section(
                4,
                "The same by level",
                "At the usual spread, over n = 5 to 14.",
                List.of("rule", "level", "nobody silent", "one in five", "half"),
                byLevel);
    }

    private void measure(SimulatedRule rule) {
        Map<Double, double[]> levels = new TreeMap<>();
        for (int n = FEWEST; n <= MOST; n++) {
            List<String> row = new ArrayList<>(List.of(rule.words, String.valueOf(n)));
            for (double spread : SPREADS) {
                for (double share : coverage(rule, n, spread, levels)) {
                    row.add(percent(share));
                    least.merge(spread, share, Math::min);
                }
            }
            rows.add(row);
        }
        levels.forEach((level, sums) -> byLevel.add(Stream.concat(
                        Stream.of(rule.words, String.valueOf(level)),
                        DoubleStream.of(sums).mapToObj(sum -> percent(sum / (MOST - FEWEST + 1))))
                .toList()));
    }

    /** Per share of silent people, the coverage over all levels; at the usual spread it is also summed by level. */
    private double[] coverage(SimulatedRule rule, int n, double spread, Map<Double, double[]> levels) {
        double[] shares = new double[SimulatedSnapshots.SILENT_PERCENT.size()];
        for (int at = 0; at < shares.length; at++) {
            int eligible = SimulatedSnapshots.eligible(n, SimulatedSnapshots.SILENT_PERCENT.get(at));
            for (double level : SimulatedSnapshots.LEVELS) {
                double share = SimulatedSnapshots.coverage(rule, n, eligible, spread, level, times);
                shares[at] += share / SimulatedSnapshots.LEVELS.size();
                if (spread == SimulatedGroup.STABLE) {
                    levels.computeIfAbsent(level, first -> new double[shares.length])[at] += share;
                }
            }
        }
        return shares;
    }
}
