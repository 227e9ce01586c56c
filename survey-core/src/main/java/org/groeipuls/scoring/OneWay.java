package org.groeipuls.scoring;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One-way analysis of variance of respondent scores over groups, with the intraclass correlations (measurement, section
 * 2; Shrout and Fleiss 1979; Bliese 2000). For the organisation's page only, from {@link #GROUPS_TO_SHOW} groups.
 *
 * @param groups J, 2 or more
 * @param respondents Nt, more than J
 * @param between MSB, mean square between groups, points², 0 or more
 * @param within MSW, mean square within groups, points², 0 or more: the estimate of σ²
 * @param k0 (Nt - Σn²/Nt)/(J-1), the size that stands for unequal groups, above 0
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record OneWay(int groups, int respondents, double between, double within, double k0) {
    /** Fewer groups say too little about the variance between them. */
    public static final int GROUPS_TO_SHOW = 10;

    public OneWay {
        Domain.atLeast(2, groups, "groups");
        Domain.atLeast(groups + 1, respondents, "respondents");
        Domain.notNegative(between, "between");
        Domain.notNegative(within, "within");
        Domain.positive(k0, "k0");
    }

    /**
     * MSB = Σ n(ȳ_j - ȳ)²/(J-1), MSW = Σ (n-1)s²/(Nt-J).
     *
     * @throws IllegalArgumentException with fewer than two groups, or when every group has one respondent
     */
    public static OneWay of(List<GroupScores> groups) {
        int j = Domain.atLeast(2, groups.size(), "groups");
        int all = groups.stream().mapToInt(GroupScores::n).sum();
        Domain.atLeast(j + 1, all, "respondents");
        double mean = groups.stream().mapToDouble(g -> g.n() * g.mean()).sum() / all;
        double between = groups.stream()
                .mapToDouble(g -> g.n() * (g.mean() - mean) * (g.mean() - mean))
                .sum();
        double within = groups.stream().mapToDouble(GroupScores::squaresWithin).sum();
        double squares =
                groups.stream().mapToDouble(g -> (double) g.n() * g.n()).sum();
        return new OneWay(j, all, between / (j - 1), within / (all - j), (all - squares / all) / (j - 1));
    }

    /** F = MSB/MSW; empty when nobody differs within a group. */
    public OptionalDouble f() {
        return within > 0 ? OptionalDouble.of(between / within) : OptionalDouble.empty();
    }

    /** P(F(J-1, Nt-J) >= F), 0..1: the chance of these differences where groups do not differ; empty as {@link #f}. */
    public OptionalDouble p() {
        OptionalDouble f = f();
        return f.isEmpty()
                ? f
                : OptionalDouble.of(Quantiles.fTail(groups - 1.0, respondents - groups, f.getAsDouble()));
    }

    /**
     * ICC(1) = (MSB-MSW)/(MSB+(k0-1)MSW): the share of a respondent's variance that the group accounts for, at most 1 and
     * negative by chance where there is none; empty when nothing varies.
     */
    public OptionalDouble icc1() {
        return icc1(k0);
    }

    /** ICC(1) with the mean group size in the place of k0, as the R package {@code multilevel} computes it. */
    public OptionalDouble icc1AtMeanSize() {
        return icc1(respondents / (double) groups);
    }

    /** ICC(2) = (MSB-MSW)/MSB: the reliability of a group mean, at most 1, may be negative; empty when means are equal. */
    public OptionalDouble icc2() {
        return between > 0 ? OptionalDouble.of((between - within) / between) : OptionalDouble.empty();
    }

    /** τ² = max(0, (MSB-MSW)/k0): the moment estimate of the variance between groups, points². */
    public double tau2() {
        return Math.max(0, (between - within) / k0);
    }

    private OptionalDouble icc1(double size) {
        double total = between + (size - 1) * within;
        return total > 0 ? OptionalDouble.of((between - within) / total) : OptionalDouble.empty();
    }
}
