package org.groeipuls.scoring;

import java.util.Optional;
import java.util.Set;

/**
 * Whether a line moved since an anchor (measurement, section 3). Judged only at a {@link Checkpoint}: looking at every pulse
 * raises the chance of a false alarm from 5 to 20 %.
 *
 * @param outcome what can be said
 * @param change the change behind it; empty at the anchor itself
 * @param lacks why there is {@link Outcome#NOT_ENOUGH_DATA}; empty with any other outcome
 */
public record Verdict(Outcome outcome, Optional<Change> change, Set<Basis.Lack> lacks) {
    /** A change below this, in points, is not worth a word, however certain. */
    public static final double SMALLEST = .20;

    /** The 90 % interval of a steady line lies within this many points of no change. */
    public static final double STEADY_WITHIN = .30;

    /** The chance of a false alarm below which a change is named. */
    public static final double ALPHA = .05;

    public Verdict {
        lacks = Set.copyOf(lacks);
        if (lacks.isEmpty() == (outcome == Outcome.NOT_ENOUGH_DATA)) {
            throw new IllegalArgumentException("Something lacks exactly when there is not enough data");
        }
        if (change.isEmpty() && outcome != Outcome.NOT_ENOUGH_DATA) {
            throw new IllegalArgumentException(outcome + " needs a change to speak of");
        }
    }

    /**
     * Where nothing lacks: p &lt; .05 and |D| &gt;= .20 is ROSE or FELL; else a 90 % interval of D inside ±.30 is STEADY; else
     * NO_CLEAR_CHANGE ("could be anywhere between … and …; with this group we would only notice a change of about MDE80").
     */
    public static Verdict of(AnchoredChange change, Basis basis) {
        return of(change, basis, Thresholds.DEFAULT);
    }

    /** As {@link #of(AnchoredChange, Basis)} with other limits than .05, .20 and .30. */
    public static Verdict of(AnchoredChange change, Basis basis, Thresholds thresholds) {
        Set<Basis.Lack> lacks = basis.lacks();
        Optional<Change> measured = change.change();
        return new Verdict(
                lacks.isEmpty() ? measured.map(one -> outcome(one, thresholds)).orElseThrow() : Outcome.NOT_ENOUGH_DATA,
                measured,
                lacks);
    }

    /** Whether a change is both certain enough (p below .05) and large enough (|D| of .20 or more) to be named. */
    static boolean moved(double d, double p) {
        return Thresholds.DEFAULT.moved(d, p);
    }

    /** What a change alone says, of one line or of several together; only of lines of which none lacks anything. */
    public static Outcome outcome(Change change) {
        return outcome(change, Thresholds.DEFAULT);
    }

    private static Outcome outcome(Change change, Thresholds thresholds) {
        if (thresholds.moved(change.d(), change.p())) {
            return change.d() > 0 ? Outcome.ROSE : Outcome.FELL;
        }
        Interval band = change.band();
        double steady = thresholds.steadyWithin();
        return band.low() > -steady && band.high() < steady ? Outcome.STEADY : Outcome.NO_CLEAR_CHANGE;
    }
}
