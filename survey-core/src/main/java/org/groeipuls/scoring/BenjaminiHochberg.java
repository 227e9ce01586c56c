package org.groeipuls.scoring;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Lists over many groups: of those listed, at most one in ten is expected to be there by chance (Benjamini and Hochberg
 * 1995; measurement, section 3).
 */
public final class BenjaminiHochberg {
    /** The false discovery rate q of a list. */
    public static final double RATE = .10;

    private BenjaminiHochberg() {}

    /**
     * Adjusted p-values in the given order: min over k >= rank of (m/k)·p_(k), at most 1; p-values in 0..1, none gives none.
     *
     * @throws IllegalArgumentException when a p-value is outside 0..1
     */
    public static List<Double> adjusted(List<Double> p) {
        p.forEach(value -> Domain.within(0, value, 1, "p"));
        int m = p.size();
        int[] largestFirst = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> p.get(at)).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        Double[] adjusted = new Double[m];
        double least = 1;
        for (int place = 0; place < m; place++) {
            int at = largestFirst[place];
            least = Math.min(least, p.get(at) * (m / (double) (m - place)));
            adjusted[at] = least;
        }
        return List.of(adjusted);
    }

    /**
     * The changes of one checkpoint that may be listed, with their adjusted p: adjusted p of at most .10 and |D| of at
     * least .20 points. Give it every group and construct that was judged, or the rate does not hold.
     *
     * @return in the order of {@code changes}
     */
    public static <K> SequencedMap<K, Double> listed(SequencedMap<K, Change> changes) {
        List<Double> adjusted =
                adjusted(changes.values().stream().map(Change::p).toList());
        SequencedMap<K, Double> listed = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<K, Change> entry : changes.entrySet()) {
            double p = adjusted.get(at++);
            if (p <= RATE && Math.abs(entry.getValue().d()) >= Verdict.SMALLEST - Domain.SLACK) {
                listed.put(entry.getKey(), p);
            }
        }
        return listed;
    }
}
