package org.groeipuls.scoring;

/**
 * The slope of a series that a few odd points do not move: the median of all pairwise slopes (Theil 1950; Sen 1968;
 * measurement, section 3, for analysts).
 *
 * @param slope points per unit of time
 * @param intercept median(y) - slope·median(t), points (Conover 1980)
 * @param interval 90 % interval of the slope: with C = 1.645·√variance of {@link MannKendall} and N slopes in order, from
 *     the floor((N-C)/2)th to the ceil((N+C)/2 + 1)th, or the outermost slopes where there are no such ones
 */
public record TheilSen(double slope, double intercept, Interval interval) {
    /** The slope of a series. */
    public static TheilSen of(Series series) {
        double[] slopes = series.pairs().stream()
                .mapToDouble(pair -> rise(series, pair))
                .sorted()
                .toArray();
        double slope = Medians.ofSorted(slopes);
        double intercept = Medians.of(series.values()) - slope * Medians.of(series.times());
        double c = Quantiles.Z95 * Math.sqrt(MannKendall.of(series).variance());
        int low = (int) Math.floor((slopes.length - c) / 2);
        int high = (int) Math.ceil((slopes.length + c) / 2 + 1);
        return new TheilSen(slope, intercept, new Interval(nth(low, slopes), nth(high, slopes)));
    }

    private static double rise(Series series, int[] pair) {
        double over = series.times().get(pair[1]) - series.times().get(pair[0]);
        return (series.values().get(pair[1]) - series.values().get(pair[0])) / over;
    }

    private static double nth(int place, double[] sorted) {
        return sorted[Math.clamp(place, 1, sorted.length) - 1];
    }
}
