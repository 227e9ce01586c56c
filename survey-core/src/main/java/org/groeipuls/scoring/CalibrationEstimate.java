package org.groeipuls.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The organisation's constants as its own releases give them, for a calibration that is then stated by version
 * (measurement, sections 3 and 6): no person is linked, and nothing finer than a release is used.
 */
public final class CalibrationEstimate {
    /** Name and version of how constants are estimated. */
    public static final String RULE = "lag-differences@1";

    /** How many groups a calibration needs, each with {@link #PULSES} own points of a construct. */
    public static final int GROUPS = 30;

    /** How many own points of a construct each of those groups needs. */
    public static final int PULSES = 6;

    /** A prior without width would hold every line at the mean for ever; a standard deviation of .1 point is the least. */
    static final double LEAST_TAU2 = .01;

    private CalibrationEstimate() {}

    /**
     * What is stated beside the series, as it cannot be learned from them.
     *
     * @param version name of the calibration to come, not blank
     * @param offsets item id to offset, with which the series were scored, see {@link ItemOffsets}
     * @param s02 construct to pooled variance within groups from the organisation's record, above 0; where absent it is
     *     pooled from released variances, and else the default
     * @param gapVariance variance within groups of a say-do gap from that record, above 0; empty leaves the default
     */
    public record Stated(
            String version, Map<String, Double> offsets, Map<String, Double> s02, OptionalDouble gapVariance) {}

    /**
     * s0² pooled per construct, μ = Σ n y/Σ n and τ² by moment (at least .01) for constructs with 30 groups, and q and κ of
     * {@link LagDifferences} over all constructs. Constructs with fewer groups keep the defaults.
     *
     * @param series one per group and construct; a group with another composition is another one
     * @return empty until some construct has 30 groups with six points each: the defaults stay
     * @throws IllegalArgumentException when a stated number is outside its domain
     */
    public static Optional<Calibration> of(List<ReleasedSeries> series, Stated stated) {
        Map<String, List<ReleasedSeries>> constructs = series.stream()
                .filter(one -> !one.points().isEmpty())
                .collect(Collectors.groupingBy(ReleasedSeries::construct));
        if (constructs.values().stream().noneMatch(CalibrationEstimate::enough)) {
            return Optional.empty();
        }
        Map<String, Double> s02 = new HashMap<>(stated.s02());
        constructs.forEach((construct, groups) ->
                BetweenGroups.pooledVariance(groups).ifPresent(pooled -> s02.putIfAbsent(construct, pooled)));
        return LagDifferences.of(series, construct -> spread(s02, construct))
                .map(noise -> calibration(stated, constructs, s02, noise));
    }

    /** How many groups have six points of one construct, where they are most; an estimate needs {@link #GROUPS}. */
    public static int groups(List<ReleasedSeries> series) {
        return series.stream().collect(Collectors.groupingBy(ReleasedSeries::construct)).values().stream()
                .mapToInt(groups -> (int) longEnough(groups))
                .max()
                .orElse(0);
    }

    private static Calibration calibration(
            Stated stated,
            Map<String, List<ReleasedSeries>> constructs,
            Map<String, Double> s02,
            LagDifferences noise) {
        Map<String, Double> mu = new HashMap<>();
        Map<String, Double> tau2 = new HashMap<>();
        constructs.forEach((construct, groups) -> {
            if (groups.size() >= GROUPS) {
                BetweenGroups.of(groups, spread(s02, construct)).ifPresent(found -> {
                    mu.put(construct, Math.clamp(found.mu(), ScaleItem.LOWEST, ScaleItem.HIGHEST));
                    tau2.put(construct, Math.max(LEAST_TAU2, found.tau2()));
                });
            }
        });
        return new Calibration(
                stated.version(),
                stated.offsets(),
                mu,
                tau2,
                s02,
                noise.usableKappa(),
                noise.usableQ(),
                stated.gapVariance().orElse(Calibration.DEFAULT.gapVariance()),
                true);
    }

    private static double spread(Map<String, Double> s02, String construct) {
        return s02.getOrDefault(construct, Calibration.DEFAULT.s02(construct));
    }

    private static boolean enough(List<ReleasedSeries> groups) {
        return longEnough(groups) >= GROUPS;
    }

    private static long longEnough(List<ReleasedSeries> groups) {
        return groups.stream().filter(one -> one.points().size() >= PULSES).count();
    }
}
