package org.groeipuls.scoring;

import java.util.List;

/**
 * Group means drawn towards the organisation's by how little they can be trusted: empirical Bayes in the normal model
 * (measurement, sections 2 and 3; Morris 1983). The first point of a {@link Line} is the same estimate.
 *
 * @param mu mean of the groups' true levels, points
 * @param tau2 τ², variance of those levels, points², 0 or more; 0 leaves every group at {@code mu}
 * @param sigma2 σ², variance of respondents within a group, points², above 0
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record Shrinkage(double mu, double tau2, double sigma2) {
    public Shrinkage {
        Domain.finite(mu, "mu");
        Domain.notNegative(tau2, "tau2");
        Domain.positive(sigma2, "sigma2");
    }

    /**
     * A group's level as best guessed.
     *
     * @param lambda λ = τ²/(τ²+σ²/n), weight of the group's own mean, 0..1: the reliability of that mean
     * @param level μ + λ(ȳ-μ), points
     * @param sd √(τ²(1-λ)), standard deviation of the true level around it, points
     */
    public record Shrunken(double lambda, double level, double sd) {}

    /**
     * From the groups themselves: σ² = MSW, τ² by moment ({@link OneWay#tau2}), μ = Σ w ȳ/Σ w with w = 1/(τ²+σ²/n), the
     * generalised least squares mean.
     *
     * @throws IllegalArgumentException as {@link OneWay#of}, and when nobody differs within a group
     */
    public static Shrinkage of(List<GroupScores> groups) {
        OneWay variance = OneWay.of(groups);
        double tau2 = variance.tau2();
        double sigma2 = Domain.positive(variance.within(), "variance within groups");
        double weights =
                groups.stream().mapToDouble(g -> 1 / (tau2 + sigma2 / g.n())).sum();
        double weighted = groups.stream()
                .mapToDouble(g -> g.mean() / (tau2 + sigma2 / g.n()))
                .sum();
        return new Shrinkage(weighted / weights, tau2, sigma2);
    }

    /**
     * The level of a group with mean {@code mean} over {@code n} respondents.
     *
     * @throws IllegalArgumentException when n is not above 0 or the mean not finite
     */
    public Shrunken level(double mean, double n) {
        double lambda = tau2 / (tau2 + sigma2 / Domain.positive(n, "n"));
        return new Shrunken(lambda, mu + lambda * (Domain.finite(mean, "mean") - mu), Math.sqrt(tau2 * (1 - lambda)));
    }
}
