package org.groeipuls.scoring;

import java.util.Optional;

/**
 * How far a line moved since an anchor pulse: a fixed-point smoother beside the line (measurement, section 3; Anderson
 * and Moore 1979, chapter 7). It opens with a step of variance .25 after the anchor, so that the history before it does
 * not hold the new level back.
 *
 * @param m level now, points
 * @param p variance of the level now, above 0
 * @param anchorM level at the anchor as seen from now, points
 * @param anchorP variance of that level, 0 or more
 * @param covariance of the two levels, points²
 * @param last pulse of the last point, counted from 1
 * @param after points since the anchor, 0 at the anchor itself
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record AnchoredChange(
        double m, double p, double anchorM, double anchorP, double covariance, int last, int after) {
    private static final double STEP = .25;

    public AnchoredChange {
        Domain.finite(m, "m");
        Domain.positive(p, "p");
        Domain.finite(anchorM, "anchorM");
        Domain.notNegative(anchorP, "anchorP");
        Domain.finite(covariance, "covariance");
        Domain.atLeast(1, last, "last");
        Domain.atLeast(0, after, "after");
    }

    /**
     * Anchored at the last point of a line: m_a = m, P_a = C = P.
     *
     * @throws IllegalArgumentException when the line has no point yet
     */
    public static AnchoredChange at(Line line) {
        return new AnchoredChange(line.m(), line.p(), line.m(), line.p(), line.p(), line.last(), 0);
    }

    /**
     * The state after one more point of the line: P += q·(pulse - last), plus .25 at the first point; S = P + R, e = y - m;
     * m_a += (C/S)e, P_a -= C²/S, C = C(1 - P/S); m and P as in {@link Line#next}, with the same arguments and limits.
     */
    public AnchoredChange next(double y, double r, int pulse, double q) {
        double before = p + Line.drift(last, pulse, q) + (after == 0 ? STEP : 0);
        double total = before + Domain.positive(r, "r");
        double innovation = Domain.finite(y, "y") - m;
        return new AnchoredChange(
                m + before / total * innovation,
                before * r / total,
                anchorM + covariance / total * innovation,
                Math.max(0, anchorP - covariance * covariance / total),
                covariance * r / total,
                pulse,
                after + 1);
    }

    /** D = m - m_a with SE² = P + P_a - 2C; empty at the anchor itself. */
    public Optional<Change> change() {
        return after == 0
                ? Optional.empty()
                : Optional.of(new Change(m - anchorM, Math.sqrt(p + anchorP - 2 * covariance)));
    }
}
