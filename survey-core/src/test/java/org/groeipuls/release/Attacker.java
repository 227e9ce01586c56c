package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Adds and subtracts released figures of one block, in every proportion, until all people but a few cancel out. Figures
 * are sums over people, so what one person puts into a figure is found by changing that person's answers; people who
 * answered the same items put in the same, so it is enough to look at one of each kind. If some proportion of figures
 * is empty outside one to k-1 people and not inside, it is a figure for these people alone.
 */
final class Attacker {
    private static final int[] LEVELS = {1, 3, 5};
    private static final int USUAL = 3;
    private static final double NOTHING = 1e-7;

    private final int k;
    private final Function<List<Map<String, Integer>>, SortedMap<String, Double>> release;

    /** @param release what is released of the answers of a block: sums over people, by name */
    Attacker(int k, Function<List<Map<String, Integer>>, SortedMap<String, Double>> release) {
        this.k = k;
        this.release = release;
    }

    /** Which people a figure can be made for: what they answered, and how many they are; empty when there is none. */
    Optional<String> findsAFigureForAFew(List<Set<String>> answered) {
        Map<Set<String>, Integer> kinds = new LinkedHashMap<>();
        answered.stream().filter(items -> !items.isEmpty()).forEach(items -> kinds.merge(items, 1, Integer::sum));
        List<Set<String>> kind = List.copyOf(kinds.keySet());
        List<List<double[]>> columns =
                kind.stream().map(items -> putIn(answered, items)).toList();
        int whole = rank(columns, 0);
        for (int few = 1; few < 1 << kind.size(); few++) {
            int people = 0;
            for (int at = 0; at < kind.size(); at++) {
                people += (few >> at & 1) * kinds.getOrDefault(kind.get(at), 0);
            }
            if (people < k && rank(columns, few) < whole) {
                return Optional.of(people + " of " + kinds + ", subset " + Integer.toBinaryString(few));
            }
        }
        return Optional.empty();
    }

    /** Per pair of changed answers of one person of this kind, the change of every figure. */
    private List<double[]> putIn(List<Set<String>> answered, Set<String> items) {
        List<Map<String, Integer>> rows = new ArrayList<>();
        answered.forEach(set -> rows.add(usual(set)));
        var usual = release.apply(rows);
        int at = answered.indexOf(items);
        List<double[]> changes = new ArrayList<>();
        for (var changed : changes(List.copyOf(new TreeSet<>(items)))) {
            var row = usual(items);
            row.putAll(changed);
            rows.set(at, row);
            var figures = release.apply(rows);
            assertThat(figures.keySet())
                    .as("what is released does not hang on answers")
                    .isEqualTo(usual.keySet());
            double[] change = new double[usual.size()];
            int figure = 0;
            for (var name : usual.keySet()) {
                change[figure++] = figures.getOrDefault(name, 0.0) - usual.getOrDefault(name, 0.0);
            }
            changes.add(change);
        }
        return changes;
    }

    private static Map<String, Integer> usual(Set<String> items) {
        Map<String, Integer> row = new HashMap<>();
        items.forEach(item -> row.put(item, USUAL));
        return row;
    }

    private static List<Map<String, Integer>> changes(List<String> items) {
        List<Map<String, Integer>> changes = new ArrayList<>();
        for (int one = 0; one < items.size(); one++) {
            for (int other = one; other < items.size(); other++) {
                for (int level : LEVELS) {
                    for (int another : LEVELS) {
                        changes.add(
                                one == other
                                        ? Map.of(items.get(one), level)
                                        : Map.of(items.get(one), level, items.get(other), another));
                    }
                }
            }
        }
        return changes;
    }

    /** How many independent figures there are for the kinds that are not in {@code without}. */
    private static int rank(List<List<double[]>> columns, int without) {
        List<double[]> matrix = new ArrayList<>();
        for (int kind = 0; kind < columns.size(); kind++) {
            if ((without >> kind & 1) == 0) {
                columns.get(kind).forEach(column -> matrix.add(column.clone()));
            }
        }
        int figures = columns.getFirst().getFirst().length;
        int rank = 0;
        for (int figure = 0; figure < figures && rank < matrix.size(); figure++) {
            int pivot = rank;
            for (int row = rank; row < matrix.size(); row++) {
                if (Math.abs(matrix.get(row)[figure]) > Math.abs(matrix.get(pivot)[figure])) {
                    pivot = row;
                }
            }
            if (Math.abs(matrix.get(pivot)[figure]) > NOTHING) {
                java.util.Collections.swap(matrix, pivot, rank);
                eliminate(matrix, rank, figure);
                rank++;
            }
        }
        return rank;
    }

    private static void eliminate(List<double[]> matrix, int from, int figure) {
        double[] pivot = matrix.get(from);
        for (int row = from + 1; row < matrix.size(); row++) {
            double[] at = matrix.get(row);
            double factor = at[figure] / pivot[figure];
            if (factor != 0) {
                for (int column = figure; column < at.length; column++) {
                    at[column] -= factor * pivot[column];
                }
            }
        }
    }

    /** The figures of a block by name; in place of agreement the sums that an attacker could at best know from it. */
    static SortedMap<String, Double> named(BlockFigures figures, List<Map<String, Integer>> rows) {
        SortedMap<String, Double> named = new TreeMap<>();
        for (var item : figures.items()) {
            var counts = item.counts();
            if (counts != null) {
                for (int answer = 1; answer <= 5; answer++) {
                    named.put(item.item() + "=" + answer, (double) counts.get(answer - 1));
                }
            }
        }
        for (var scale : figures.scales()) {
            named.put(scale.construct() + " raw", scale.sumRaw());
            named.put(scale.construct() + " adjusted", scale.sumAdjusted());
            var spread = scale.spread();
            if (spread != null) {
                named.put(scale.construct() + " squares", spread.sumAdjustedSquared());
                named.put(scale.construct() + " low", (double) spread.low());
                named.put(scale.construct() + " mid", (double) spread.mid());
                named.put(scale.construct() + " high", (double) spread.high());
                named.put(scale.construct() + " favourable", spread.sumFavourable());
                if (spread.agreement() != null) {
                    agreement(scale.items(), rows, named);
                }
            }
        }
        for (var pair : figures.pairs()) {
            named.put(pair.pattern() + " say", pair.sumSay());
            named.put(pair.pattern() + " do", pair.sumDo());
            named.put(pair.pattern() + " squares", pair.sumGapSquared());
        }
        return named;
    }

    private static void agreement(
            List<String> items, List<Map<String, Integer>> rows, SortedMap<String, Double> named) {
        for (var item : items) {
            double sum = 0;
            double squares = 0;
            for (var row : rows) {
                if (row.keySet().containsAll(items)) {
                    int answer = row.getOrDefault(item, 0);
                    sum += answer;
                    squares += answer * answer;
                }
            }
            named.put(item + " of complete rows", sum);
            named.put(item + " squared of complete rows", squares);
        }
    }
}
