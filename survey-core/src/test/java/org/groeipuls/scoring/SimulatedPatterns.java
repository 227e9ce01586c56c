package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Say-do patterns in made-up groups with a known gap. */
final class SimulatedPatterns {
    private static final double ANSWERING = .8;
    private static final double OWN_GAP = .4;
    private static final double SAID = 4;

    private SimulatedPatterns() {}

    /** Share of released occasions that are a pattern, and of pairs of consecutive ones that both are. */
    record Flagged(double once, double twice) {}

    static Flagged flagged(boolean banded, int items, int size, double gap, int groups) {
        Scale say = side("SV", items);
        Scale practice = side("LR", items);
        GapRule rule = items > 1 ? GapRule.SCALES : banded ? GapRule.SINGLE_ITEMS_BANDED : GapRule.SINGLE_ITEMS;
        double occasions = 0;
        double once = 0;
        double pairs = 0;
        double twice = 0;
        for (int seed = 1; seed <= groups; seed++) {
            SplittableRandom chance = new SplittableRandom(seed * 100L + size);
            List<double[]> people = people(chance, size);
            Optional<Boolean> before = Optional.empty();
            for (int occasion = 0; occasion < 2; occasion++) {
                List<Map<String, Integer>> sheets = sheets(chance, people, say, practice, gap);
                Optional<Boolean> now = gap(banded, say, practice, sheets, rule).map(found -> found.pattern(rule));
                occasions += now.isPresent() ? 1 : 0;
                once += now.orElse(false) ? 1 : 0;
                pairs += before.isPresent() && now.isPresent() ? 1 : 0;
                twice += before.orElse(false) && now.orElse(false) ? 1 : 0;
                before = now;
            }
        }
        return new Flagged(once / Math.max(1, occasions), twice / Math.max(1, pairs));
    }

    private static Optional<PairedGap> gap(
            boolean banded, Scale say, Scale practice, List<Map<String, Integer>> sheets, GapRule rule) {
        if (banded) {
            return PairedGap.banded(SimulatedRule.items(say, sheets), SimulatedRule.items(practice, sheets), .5, rule);
        }
        PairMoments moments = PairMoments.of(say, practice, sheets);
        return moments.n() < SimulatedRule.K ? Optional.empty() : PairedGap.exact(moments, .5);
    }

    private static List<double[]> people(SplittableRandom chance, int size) {
        return IntStream.range(0, size)
                .mapToObj(person -> new double[] {.5 * chance.nextGaussian(), OWN_GAP * chance.nextGaussian()})
                .toList();
    }

    private static List<Map<String, Integer>> sheets(
            SplittableRandom chance, List<double[]> people, Scale say, Scale practice, double gap) {
        List<Map<String, Integer>> sheets = new ArrayList<>();
        for (double[] person : people) {
            double mood = SAID + person[0] + .3 * chance.nextGaussian();
            Map<String, Integer> sheet = new HashMap<>();
            say.items().forEach(item -> sheet.put(item.id(), answer(chance, mood + person[1] / 2)));
            practice.items().forEach(item -> sheet.put(item.id(), answer(chance, mood - gap - person[1] / 2)));
            if (chance.nextDouble() < ANSWERING) {
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    private static int answer(SplittableRandom chance, double about) {
        return (int) Math.clamp(Math.round(about + .7 * chance.nextGaussian()), 1, 5);
    }

    private static Scale side(String construct, int items) {
        return new Scale(
                construct,
                IntStream.rangeClosed(1, items)
                        .mapToObj(item -> new ScaleItem(construct + item, false))
                        .toList());
    }
}
