package org.groeipuls.scoring;

/**
 * From where on a change is named (measurement, section 3).
 *
 * @param alpha the chance of a false alarm below which a change is named, above 0 to .20
 * @param smallest a change below this is not worth a word, however certain, points, 0 to 2
 * @param steadyWithin the 90 % interval of a steady line lies within this many points of no change, above 0 to 2
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record Thresholds(double alpha, double smallest, double steadyWithin) {
    /** What the product's own rule takes. */
    public static final Thresholds DEFAULT = new Thresholds(Verdict.ALPHA, Verdict.SMALLEST, Verdict.STEADY_WITHIN);

    private static final double MOST_ALPHA = .20;
    private static final double MOST_POINTS = 2;

    public Thresholds {
        Domain.within(0, Domain.positive(alpha, "alpha"), MOST_ALPHA, "alpha");
        Domain.within(0, smallest, MOST_POINTS, "smallest");
        Domain.within(0, Domain.positive(steadyWithin, "steadyWithin"), MOST_POINTS, "steadyWithin");
    }

    /** Whether a change is both certain enough and large enough to be named. */
    boolean moved(double d, double p) {
        return p < alpha && Math.abs(d) >= smallest - Domain.SLACK;
    }
}
