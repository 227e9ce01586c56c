package org.groeipuls.scoring;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Values at increasing moments, for the analyst's extras (measurement, section 3).
 *
 * @param times moments, strictly increasing, in any unit (pulses); gaps are simply not there
 * @param values one value per moment, points
 * @throws IllegalArgumentException with fewer than three moments, moments out of order, lists of unequal length or a number
 *     that is not finite
 */
public record Series(List<Double> times, List<Double> values) {
    /** From how many points the extras are worth showing. */
    public static final int POINTS_TO_SHOW = 8;

    public Series {
        times = List.copyOf(times);
        values = List.copyOf(values);
        int n = Domain.atLeast(3, times.size(), "points");
        if (values.size() != n) {
            throw new IllegalArgumentException("A series has one value per moment, got " + n + " and " + values.size());
        }
        times.forEach(time -> Domain.finite(time, "time"));
        values.forEach(value -> Domain.finite(value, "value"));
        for (int at = 1; at < n; at++) {
            if (times.get(at) <= times.get(at - 1)) {
                throw new IllegalArgumentException(
                        "Moments come in order: " + times.get(at) + " is not after " + times.get(at - 1));
            }
        }
    }

    /** How many points, 3 or more. */
    public int size() {
        return times.size();
    }

    /** The pairs of positions, earlier first. */
    List<int[]> pairs() {
        return IntStream.range(0, size())
                .boxed()
                .flatMap(later -> IntStream.range(0, later).mapToObj(earlier -> new int[] {earlier, later}))
                .toList();
    }
}
