package org.groeipuls.scoring;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Lists over two hundred made-up groups of which some really changed. */
final class SimulatedLists {
    private static final int BEFORE = 6;
    private static final int PULSES = 16;

    private SimulatedLists() {}

    /**
     * @param discoveryRate mean share of listed groups that did not change, none listed counting as 0
     * @param power mean share of changed groups that were listed
     * @param any share of organisations in which a group was listed that did not change
     */
    record Found(double discoveryRate, double power, double any) {}

    static Found lists(
            SimulatedRule rule,
            List<Calibration> calibrations,
            int groups,
            double changed,
            double shift,
            int organisations) {
        double wrong = 0;
        double right = 0;
        double any = 0;
        for (int seed = 1; seed <= organisations; seed++) {
            int moving = Math.toIntExact(Math.round(groups * changed));
            SequencedMap<Integer, Change> changes =
                    changes(rule, calibrations.get(seed % calibrations.size()), groups, moving, shift, seed);
            var listed = BenjaminiHochberg.listed(changes).keySet();
            long truly = listed.stream().filter(group -> group < moving).count();
            wrong += listed.isEmpty() ? 0 : (listed.size() - truly) / (double) listed.size();
            right += truly / (double) Math.max(1, moving);
            any += listed.size() > truly ? 1 : 0;
        }
        return new Found(wrong / organisations, right / organisations, any / organisations);
    }

    private static SequencedMap<Integer, Change> changes(
            SimulatedRule rule, Calibration calibration, int groups, int moving, double shift, int seed) {
        SequencedMap<Integer, Change> changes = new LinkedHashMap<>();
        Map<Integer, SplittableRandom> chances = new HashMap<>();
        SplittableRandom chance = new SplittableRandom(seed);
        IntStream.range(0, groups).forEach(group -> chances.put(group, chance.split()));
        chances.forEach((group, own) -> {
            double change = group < moving ? (group % 2 == 0 ? shift : -shift) : 0;
            change(rule, calibration, own, change).ifPresent(found -> changes.put(group, found));
        });
        return changes;
    }

    private static Optional<Change> change(
            SimulatedRule rule, Calibration calibration, SplittableRandom chance, double shift) {
        double level = 3.6 + Math.sqrt(.1) * chance.nextGaussian();
        SimulatedGroup group = new SimulatedGroup(chance, chance.nextInt(6, 15), SimulatedGroup.STABLE);
        SimulatedTrends.Followed followed = new SimulatedTrends.Followed(rule, calibration, true);
        SimulatedTrends.Tally unused = new SimulatedTrends.Tally();
        for (int pulse = 1; pulse <= PULSES; pulse++) {
            if (pulse == BEFORE + 1) {
                followed.mark();
            }
            Scale form = SimulatedGroup.form(pulse);
            List<Map<String, Integer>> sheets = group.answers(form, level + (pulse > BEFORE ? shift : 0));
            followed.on(pulse, form, sheets, group.size(), unused);
            List<Change> judged = followed.at(Checkpoint.VERDICT);
            if (!judged.isEmpty()) {
                return Optional.of(judged.getFirst());
            }
        }
        return Optional.empty();
    }
}
