package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up people who answer as in the method's simulations: what somebody is like lasts (sd .5), a pulse has its mood (sd
 * .3), an answer its chance (sd .7), rounded into 1..5; four in five answer, and one item in thirty is left out.
 */
final class SimulatedGroup {
    static final double STABLE = .5;
    private static final double MOOD = .3;
    private static final double CHANCE = .7;
    private static final double ANSWERING = .8;
    private static final double LEFT_OUT = 1 / 30.0;

    /** How much easier each item is than its fellows; they add up to 0. */
    private static final Map<String, Double> EASIER =
            Map.of("PS1", .1, "PS2", -.15, "PS3", .0, "PS4", .3, "PS5", -.3, "PS6", .05);

    static final Scale WHOLE = scale(1, 2, 3, 4, 5, 6);

    private final SplittableRandom chance;
    private final double[] stable;

    SimulatedGroup(SplittableRandom chance, int size, double spread) {
        this.chance = chance;
        this.stable =
                chance.doubles(size).map(x -> spread * chance.nextGaussian()).toArray();
    }

    int size() {
        return stable.length;
    }

    /** The form of a pulse: three items every time and one that takes turns. */
    static Scale form(int pulse) {
        return scale(1, 2, 3, 4 + pulse % 3);
    }

    /** The sheets of those who answer. */
    List<Map<String, Integer>> answers(Scale form, double level) {
        List<Map<String, Integer>> sheets = new ArrayList<>();
        for (double person : stable) {
            double mood = level + person + MOOD * chance.nextGaussian();
            if (chance.nextDouble() < ANSWERING) {
                Map<String, Integer> sheet = new HashMap<>();
                for (ScaleItem item : form.items()) {
                    if (chance.nextDouble() >= LEFT_OUT) {
                        int score = answer(mood + EASIER.getOrDefault(item.id(), .0));
                        sheet.put(item.id(), item.reversed() ? 6 - score : score);
                    }
                }
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    /** What everybody would answer to equally easy items, whether they do or not. */
    List<int[]> everybody(int items, double level) {
        List<int[]> rows = new ArrayList<>();
        for (double person : stable) {
            double mood = level + person + MOOD * chance.nextGaussian();
            rows.add(IntStream.range(0, items).map(item -> answer(mood)).toArray());
        }
        return rows;
    }

    private int answer(double about) {
        return (int) Math.clamp(Math.round(about + CHANCE * chance.nextGaussian()), 1, 5);
    }

    private static Scale scale(int... numbers) {
        return new Scale(
                "PS",
                IntStream.of(numbers)
                        .mapToObj(number -> new ScaleItem("PS" + number, number == 2))
                        .toList());
    }
}
