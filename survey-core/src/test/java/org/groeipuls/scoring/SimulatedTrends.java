package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Verdicts on made-up groups that did not change, or did so at a known moment. */
final class SimulatedTrends {
    private static final int PULSES = 20;
    private static final int MARKER = 9;

    private SimulatedTrends() {}

    /** How often each outcome was given at each checkpoint. */
    static final class Tally {
        private final Map<Checkpoint, Map<Outcome, Integer>> seen = new EnumMap<>(Checkpoint.class);

        void add(Checkpoint checkpoint, Outcome outcome) {
            seen.computeIfAbsent(checkpoint, at -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
        }

        int judged(Checkpoint checkpoint) {
            return seen.getOrDefault(checkpoint, Map.of()).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        double share(Checkpoint checkpoint, Outcome... outcomes) {
            int hits = 0;
            for (Outcome outcome : outcomes) {
                hits += seen.getOrDefault(checkpoint, Map.of()).getOrDefault(outcome, 0);
            }
            return hits / (double) Math.max(1, judged(checkpoint));
        }

        /** ROSE and FELL together. */
        double moved(Checkpoint checkpoint) {
            return share(checkpoint, Outcome.ROSE, Outcome.FELL);
        }
    }

    /** Groups of {@code least..most} people that never change, judged from their rolling anchors. */
    static Tally still(SimulatedRule rule, List<Calibration> calibrations, int least, int most, int groups) {
        Tally tally = new Tally();
        for (int seed = 1; seed <= groups; seed++) {
            run(rule, calibrations.get(seed % calibrations.size()), seed * 1_000L + least, least, most, 0, tally);
        }
        return tally;
    }

    /** Groups that change by {@code shift} points after pulse 9, judged from a marker there. */
    static Tally moved(
            SimulatedRule rule, List<Calibration> calibrations, int least, int most, int groups, double shift) {
        Tally tally = new Tally();
        for (int seed = 1; seed <= groups; seed++) {
            run(
                    rule,
                    calibrations.get(seed % calibrations.size()),
                    seed * 1_000L + 500 + least,
                    least,
                    most,
                    shift,
                    tally);
        }
        return tally;
    }

    private static void run(
            SimulatedRule rule, Calibration calibration, long seed, int least, int most, double shift, Tally tally) {
        SplittableRandom chance = new SplittableRandom(seed);
        double level = 3.6 + Math.sqrt(.1) * chance.nextGaussian();
        SimulatedGroup group = new SimulatedGroup(chance, chance.nextInt(least, most + 1), SimulatedGroup.STABLE);
        Followed followed = new Followed(rule, calibration, shift != 0);
        for (int pulse = 1; pulse <= PULSES; pulse++) {
            if (pulse == MARKER + 1) {
                followed.mark();
            }
            Scale form = SimulatedGroup.form(pulse);
            List<Map<String, Integer>> sheets = group.answers(form, level + (pulse > MARKER ? shift : 0));
            followed.on(pulse, form, sheets, group.size(), tally);
        }
    }

    /** The line of one group with its anchors, as the product carries them along. */
    static final class Followed {
        private final SimulatedRule rule;
        private final Calibration calibration;
        private final boolean marked;
        private final List<Double> participation = new ArrayList<>();
        private List<Anchor> anchors = List.of();
        private Line line;

        Followed(SimulatedRule rule, Calibration calibration, boolean marked) {
            this.rule = rule;
            this.calibration = calibration;
            this.marked = marked;
            this.line = Line.start(calibration.mu("PS"), calibration.tau2("PS"));
        }

        /** A marker: the anchor is the last own point before it. */
        void mark() {
            if (marked && !participation.isEmpty()) {
                anchors = List.of(Anchor.at(line, participation));
            }
        }

        void on(int pulse, Scale form, List<Map<String, Integer>> sheets, int eligible, Tally tally) {
            rule.point(pulse, form, sheets, calibration).ifPresent(point -> {
                double noise = rule.noise(point, calibration);
                double share = Math.min(1, point.n() / eligible);
                line = line.next(point.y(), noise, pulse, calibration.q());
                anchors = anchors.stream()
                        .filter(anchor -> !anchor.done())
                        .map(anchor -> anchor.next(point.y(), noise, pulse, calibration.q(), share))
                        .toList();
                participation.add(share);
                judge(tally);
                if (!marked && Anchor.rolling(participation.size())) {
                    List<Anchor> more = new ArrayList<>(anchors);
                    more.add(Anchor.at(line, participation));
                    anchors = more;
                }
            });
        }

        private void judge(Tally tally) {
            for (Anchor anchor : anchors) {
                anchor.checkpoint().ifPresent(checkpoint -> {
                    Verdict verdict = anchor.verdict(OptionalDouble.empty());
                    if (verdict.lacks().isEmpty()) {
                        tally.add(checkpoint, verdict.outcome());
                    }
                });
            }
        }

        /** The changes of the anchors that stand at this checkpoint. */
        List<Change> at(Checkpoint checkpoint) {
            return anchors.stream()
                    .filter(anchor ->
                            anchor.checkpoint().filter(checkpoint::equals).isPresent())
                    .flatMap(anchor -> anchor.change().change().stream())
                    .toList();
        }
    }
}
