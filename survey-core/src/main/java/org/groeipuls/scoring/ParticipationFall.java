package org.groeipuls.scoring;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Whether fewer people answer than before (measurement, section 2): silence is what is measured, so that is shown itself.
 *
 * @param before share of the eligible who answered before, 0..1
 * @param now share who answer now, 0..1
 * @param p Fisher's exact two-sided p of a difference between them, 0..1
 */
public record ParticipationFall(double before, double now, double p) {
    /** The fall of the share that is shown at least. */
    public static final double POINTS = .20;

    /** The chance of such a difference without any, below which it is shown. */
    public static final double ALPHA = .05;

    /** Tables as likely as the one seen count with it, although their chances differ in the last digits. */
    private static final double AS_LIKELY = 1 + 1e-7;

    /**
     * From who answered and who was eligible, at two moments; p sums the chances of all tables with these margins that are
     * no likelier than this one (Fisher 1934).
     *
     * @throws IllegalArgumentException unless {@code 0 <= answered <= eligible} and {@code eligible >= 1}, both times
     */
    public static ParticipationFall of(int answeredBefore, int eligibleBefore, int answeredNow, int eligibleNow) {
        double before = share(answeredBefore, eligibleBefore);
        double now = share(answeredNow, eligibleNow);
        var chances =
                HypergeometricDistribution.of(eligibleBefore + eligibleNow, eligibleNow, answeredBefore + answeredNow);
        double seen = chances.probability(answeredNow);
        double p = IntStream.rangeClosed(chances.getSupportLowerBound(), chances.getSupportUpperBound())
                .mapToDouble(chances::probability)
                .filter(chance -> chance <= seen * AS_LIKELY)
                .sum();
        return new ParticipationFall(before, now, Math.min(1, p));
    }

    /** A fall of at least 20 points with p below .05: "fewer people answer". */
    public boolean shown() {
        return isDeep(before, now) && p < ALPHA;
    }

    /**
     * Whether a fall is to be shown; most are told by their shares alone, without counting tables.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static boolean isShown(int answeredBefore, int eligibleBefore, int answeredNow, int eligibleNow) {
        return isDeep(share(answeredBefore, eligibleBefore), share(answeredNow, eligibleNow))
                && of(answeredBefore, eligibleBefore, answeredNow, eligibleNow).shown();
    }

    private static boolean isDeep(double before, double now) {
        return before - now >= POINTS - Domain.SLACK;
    }

    private static double share(int answered, int eligible) {
        return Domain.within(0, answered, Domain.atLeast(1, eligible, "eligible"), "answered") / eligible;
    }
}
