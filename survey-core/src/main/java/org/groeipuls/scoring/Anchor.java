package org.groeipuls.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A point of a line from which change is measured, carried along with the line until its last checkpoint (measurement,
 * section 3).
 *
 * @param change the change since the anchor
 * @param before own points up to and including the anchor, 1 or more
 * @param rests how many points the participation is summed over: up to three before, the anchor included, and all after
 * @param answered sum of the participation over those points
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record Anchor(AnchoredChange change, int before, int rests, double answered) {
    /** The own point that is the first rolling anchor. */
    public static final int FIRST = 3;
    /** How many own points lie between rolling anchors. */
    public static final int EVERY = 6;

    private static final int POINTS_BEFORE = 3;

    public Anchor {
        Domain.atLeast(1, before, "before");
        Domain.atLeast(1, rests, "rests");
        Domain.within(0, answered, rests, "answered");
    }

    /** Whether an own point is a rolling anchor: the 3rd and every 6th after it (3, 9, 15 ...). */
    public static boolean rolling(int ownPoint) {
        return ownPoint >= FIRST && (ownPoint - FIRST) % EVERY == 0;
    }

    /**
     * Anchored at the last point of a line. A marker's anchor is the last own point before it started.
     *
     * @param participation share of the eligible who answered, 0..1, of every own point up to and including this one
     * @throws IllegalArgumentException when the line has no point yet or a number is outside its domain
     */
    public static Anchor at(Line line, List<Double> participation) {
        int before = Domain.atLeast(1, participation.size(), "own points");
        List<Double> rests = participation.subList(Math.max(0, before - POINTS_BEFORE), before);
        double answered = rests.stream().mapToDouble(Anchor::share).sum();
        return new Anchor(AnchoredChange.at(line), before, rests.size(), answered);
    }

    /** After one more own point, with the arguments and limits of {@link Line#next} and its participation, 0..1. */
    public Anchor next(double y, double r, int pulse, double q, double participation) {
        return new Anchor(change.next(y, r, pulse, q), before, rests + 1, answered + share(participation));
    }

    /** The checkpoint that this point is; empty at any other, and then nothing is judged. */
    public Optional<Checkpoint> checkpoint() {
        return Checkpoint.at(change.after());
    }

    /** Whether no checkpoint is to come, so that the anchor need not be carried on. */
    public boolean done() {
        return Checkpoint.next(change.after()).isEmpty();
    }

    /**
     * The verdict as it would be now; to be given at a {@link #checkpoint} only.
     *
     * @param turnover see {@link Basis}
     */
    public Verdict verdict(OptionalDouble turnover) {
        return verdict(turnover, Thresholds.DEFAULT);
    }

    /** As {@link #verdict(OptionalDouble)} with other limits. */
    public Verdict verdict(OptionalDouble turnover, Thresholds thresholds) {
        return Verdict.of(
                change, new Basis(before, change.after(), Math.min(1, answered / rests), turnover), thresholds);
    }

    private static double share(double participation) {
        return Domain.within(0, participation, 1, "participation");
    }
}
