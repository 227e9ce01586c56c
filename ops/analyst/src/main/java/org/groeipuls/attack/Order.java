package org.groeipuls.attack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How much an order that was found somewhere has to do with the order in which people answered. */
final class Order {
    private Order() {}

    /**
     * Spearman's rank correlation of the places 0, 1, 2, ... with these values; 0 with fewer than three.
     *
     * @param found per person, in the order of answering, where something of theirs was found
     */
    static double correlation(List<Long> found) {
        int n = found.size();
        if (n < 3) {
            return 0;
        }
        double[] ranks = ranks(found);
        double mean = (n - 1) / 2.0;
        double both = 0;
        double own = 0;
        double other = 0;
        for (int i = 0; i < n; i++) {
            both += (i - mean) * (ranks[i] - mean);
            own += (i - mean) * (i - mean);
            other += (ranks[i] - mean) * (ranks[i] - mean);
        }
        return other == 0 ? 0 : both / Math.sqrt(own * other);
    }

    private static double[] ranks(List<Long> found) {
        double[] ranks = new double[found.size()];
        var sorted = IntStream.range(0, found.size())
                .boxed()
                .sorted(Comparator.comparing(found::get))
                .toList();
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to < sorted.size() && found.get(sorted.get(to)).equals(found.get(sorted.get(from)))) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[sorted.get(i)] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** The probability of at least this correlation, of either sign, when the orders have nothing to do with each other. */
    static double chance(double correlation, int n) {
        double z = Math.abs(correlation) * Math.sqrt(Math.max(1, n - 1));
        return org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                        .survivalProbability(z)
                * 2;
    }

    /** The 95 % interval of a share (Clopper and Pearson): lower and upper end. */
    static double[] interval(int successes, int n) {
        double low = successes == 0 ? 0 : beta(successes, n - successes + 1.0, 0.025);
        double high = successes == n ? 1 : beta(successes + 1.0, n - successes, 0.975);
        return new double[] {low, high};
    }

    private static double beta(double alpha, double beta, double p) {
        return org.apache.commons.statistics.distribution.BetaDistribution.of(alpha, beta)
                .inverseCumulativeProbability(p);
    }
}
