package org.groeipuls.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moments of the whole organisation that need rows and are therefore computed in the count (R6), all rounded to .05.
 *
 * @param constructs one entry per construct whose whole scale was asked of enough people
 * @param gaps one entry per say-do pair that was asked of enough people
 */
public record OrganisationRecord(List<ConstructMoments> constructs, List<GapMoments> gaps) {
    /**
     * @param respondents how many people have a score; at least 150
     * @param blocks how many blocks of five or more of them; at least 10
     * @param withinVariance pooled variance of the adjusted score within blocks (s0²)
     * @param alpha Cronbach's alpha; absent for formative constructs and where it is not defined
     * @param omega McDonald's omega of one factor; likewise
     * @param correlations between the turned items in the scale's order, row by row; empty where not defined
     */
    public record ConstructMoments(
            String construct,
            List<String> items,
            int respondents,
            int blocks,
            double withinVariance,
            @Nullable Double alpha,
            @Nullable Double omega,
            List<List<Double>> correlations) {}

    /** @param withinVariance pooled variance of say minus do within blocks (σ_d²) */
    public record GapMoments(String pattern, int respondents, int blocks, double withinVariance) {}
}
