package org.groeipuls.scoring;

import java.util.OptionalDouble;

/**
 * One pulse on its own: 90 % intervals for the whole eligible group, with finite population correction (measurement,
 * sections 2 and 6). For a change between pulses use {@link Line}: the correction invalidates tests of change.
 */
public final class Snapshot {
    private static final double LOWEST = ScaleItem.LOWEST;
    private static final double HIGHEST = ScaleItem.HIGHEST;
    private static final double SPAN = HIGHEST - LOWEST;

    private Snapshot() {}

    /**
     * Rule {@code exact}: u = clip((mean-1)/4, .01, .99), SE = √(s²_m(2)/n)·√(1 - n/eligible), h = t(.95, n+1)·SE /
     * (4u(1-u)), 1 + 4·logistic(logit u ± h), clamped to {@link #logicalBounds}. Without an own variance {@code s02} and z
     * stand in.
     *
     * @param mean adjusted scale mean, points
     * @param variance own variance of respondent scores (n-1), empty when not released
     * @param n respondents, 1..eligible
     * @param eligible people asked
     * @param s02 pooled variance within groups, above 0
     * @throws IllegalArgumentException outside these domains
     */
    public static Interval exact(double mean, OptionalDouble variance, int n, int eligible, double s02) {
        Interval bounds = logicalBounds(mean, n, eligible);
        double s2m = ModeratedVariance.of(ModeratedVariance.SNAPSHOT_D0, s02, n, variance);
        double quantile = variance.isPresent() ? Quantiles.t95(n + 1) : Quantiles.Z95;
        double se = Math.sqrt(s2m / n * silentShare(n, eligible));
        return logit(mean, quantile * se).clampedTo(bounds);
    }

    /**
     * Rule {@code banded}: SE² = s0²/n·(1 - n/eligible) + c, z instead of t, on the same logit scale.
     *
     * @param eligible people asked, at least {@code scale.n()}
     * @param s02 pooled variance within groups, above 0
     * @throws IllegalArgumentException outside these domains
     */
    public static Interval banded(BandedScale scale, int eligible, double s02) {
        double sampling = Domain.positive(s02, "s02") / scale.n() * silentShare(scale.n(), eligible);
        return logit(scale.y(), Quantiles.Z95 * Math.sqrt(sampling + scale.roundingVariance()));
    }

    /**
     * What the mean of all would be if every silent member had scored 1, or 5: [(n·mean + (N-n)·1)/N, (n·mean +
     * (N-n)·5)/N]. Certain, not 90 %, for scores within 1..5.
     *
     * @throws IllegalArgumentException unless {@code 1 <= n <= eligible}
     */
    public static Interval logicalBounds(double mean, int n, int eligible) {
        return logicalBounds(mean, silentShare(Domain.atLeast(1, n, "n"), eligible));
    }

    /**
     * The same where only a share is known that the silent members do not exceed: the bounds of a smaller share lie within
     * these.
     *
     * @param silent share of those asked who did not answer, 0..1
     * @throws IllegalArgumentException outside these domains
     */
    public static Interval logicalBounds(double mean, double silent) {
        double heard = Domain.finite(mean, "mean") * (1 - Domain.within(0, silent, 1, "silent"));
        return new Interval(heard + silent * LOWEST, heard + silent * HIGHEST);
    }

    /**
     * The same where of the mean, too, only the ends are known between which it lies; within 1..5.
     *
     * @throws IllegalArgumentException outside these domains
     */
    public static Interval logicalBounds(Interval mean, double silent) {
        return new Interval(
                Math.max(LOWEST, logicalBounds(mean.low(), silent).low()),
                Math.min(HIGHEST, logicalBounds(mean.high(), silent).high()));
    }

    /**
     * How far the silent members must differ from those who answered to erase a change: change / (1 - n/eligible),
     * points. Empty when everyone answered.
     *
     * @throws IllegalArgumentException unless {@code 0 < n <= eligible}
     */
    public static OptionalDouble tippingValue(double change, double n, int eligible) {
        return tippingValue(change, silentShare(n, eligible));
    }

    /**
     * The same where only a share is known that the silent members do not exceed: of fewer it takes more.
     *
     * @param silent share of those asked who did not answer, 0..1; empty at 0
     * @throws IllegalArgumentException outside these domains
     */
    public static OptionalDouble tippingValue(double change, double silent) {
        Domain.finite(change, "change");
        return Domain.within(0, silent, 1, "silent") > 0 ? OptionalDouble.of(change / silent) : OptionalDouble.empty();
    }

    /**
     * Wilson 90 % interval of the share {@code k/n} of favourable answers in a finite group: n_eff = n(N-1)/(N-n), clamped
     * to [k/N, (k+N-n)/N]; shares 0..1. When everyone answered it is the share itself.
     *
     * @throws IllegalArgumentException unless {@code 0 <= k <= n} and {@code 1 <= n <= eligible}
     */
    public static Interval wilson(int k, int n, int eligible) {
        double share = share(k, n);
        if (silentShare(n, eligible) == 0) {
            return new Interval(share, share);
        }
        double total = eligible;
        double effective = n * (total - 1) / (total - n);
        return wilson(share, effective).clampedTo(new Interval(k / total, (k + total - n) / total));
    }

    /** Wilson 90 % interval of the share {@code k/n} in a population without end; shares 0..1, {@code 0 <= k <= n}. */
    public static Interval wilson(int k, int n) {
        return wilson(share(k, n), (double) n);
    }

    private static Interval wilson(double share, double n) {
        double z2 = Quantiles.Z95 * Quantiles.Z95;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Quantiles.Z95 * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static double share(int k, int n) {
        return Domain.within(0, k, Domain.atLeast(1, n, "n"), "k") / n;
    }

    private static double silentShare(double n, int eligible) {
        Domain.positive(n, "n");
        if (n > eligible) {
            throw new IllegalArgumentException("More answers (" + n + ") than people asked (" + eligible + ")");
        }
        return (eligible - n) / eligible;
    }

    private static Interval logit(double mean, double halfWidth) {
        double u = Math.clamp((mean - LOWEST) / SPAN, .01, .99);
        double h = halfWidth / (SPAN * u * (1 - u));
        double middle = Math.log(u / (1 - u));
        return new Interval(fromLogit(middle - h), fromLogit(middle + h));
    }

    private static double fromLogit(double x) {
        return LOWEST + SPAN / (1 + Math.exp(-x));
    }
}
