package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Adds and subtracts figures in every proportion until all people but a few cancel out. Some combination is a figure
 * for the people of a few kinds exactly when leaving these kinds out lowers the rank of the figures; ranks are taken in
 * whole numbers modulo a prime, so nothing is rounded.
 */
public final class Solver {
    private static final long PRIME = 2_147_483_647L;

    private final int k;
    private final ToIntFunction<Integer> people;
    private long looked;

    /**
     * @param k the smallest number of people that a figure may be about
     * @param people how many people a kind has
     */
    public Solver(int k, ToIntFunction<Integer> people) {
        this.k = k;
        this.people = people;
    }

    /** How many sets of kinds were looked at. */
    public long looked() {
        return looked;
    }

    /** The sets of kinds, of one to k-1 people, that a combination of figures is about. */
    public List<Set<Integer>> exposed(List<Figures.Row> rows) {
        List<Set<Integer>> exposed = new ArrayList<>();
        for (var part : parts(rows)) {
            Set<Integer> kinds = new HashSet<>();
            part.forEach(row -> row.parts().keySet().forEach(name -> kinds.add(kind(name))));
            int whole = rank(part, Set.of());
            for (var few : few(List.copyOf(kinds), 0, new HashSet<>())) {
                looked++;
                if (exposed.stream().noneMatch(few::containsAll) && rank(part, few) < whole) {
                    exposed.add(few);
                }
            }
        }
        return exposed;
    }

    private static int kind(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf('|')));
    }

    /** Figures that share nothing unknown with others, even by way of others, are a problem of their own. */
    private static List<List<Figures.Row>> parts(List<Figures.Row> rows) {
        Map<String, Integer> owner = new HashMap<>();
        int[] parent = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            parent[row] = row;
            for (var name : rows.get(row).parts().keySet()) {
                Integer other = owner.putIfAbsent(name, row);
                if (other != null) {
                    parent[root(parent, row)] = root(parent, other);
                }
            }
        }
        Map<Integer, List<Figures.Row>> parts = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            parts.computeIfAbsent(root(parent, row), fresh -> new ArrayList<>()).add(rows.get(row));
        }
        return List.copyOf(parts.values());
    }

    private static int root(int[] parent, int at) {
        int root = at;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    /** All sets of these kinds with 1 to k-1 people. */
    private List<Set<Integer>> few(List<Integer> kinds, int from, Set<Integer> chosen) {
        List<Set<Integer>> all = new ArrayList<>();
        for (int at = from; at < kinds.size(); at++) {
            Set<Integer> more = new HashSet<>(chosen);
            more.add(kinds.get(at));
            if (more.stream().mapToInt(people::applyAsInt).sum() < k) {
                all.add(more);
                all.addAll(few(kinds, at + 1, more));
            }
        }
        return all;
    }

    private static int rank(List<Figures.Row> rows, Set<Integer> without) {
        Map<String, Integer> columns = new HashMap<>();
        List<long[]> matrix = new ArrayList<>();
        for (var row : rows) {
            row.parts().keySet().forEach(name -> columns.putIfAbsent(name, columns.size()));
        }
        for (var row : rows) {
            long[] line = new long[columns.size()];
            row.parts().forEach((name, value) -> {
                if (!without.contains(kind(name))) {
                    line[columns.getOrDefault(name, 0)] = Math.floorMod(value, PRIME);
                }
            });
            matrix.add(line);
        }
        return rank(matrix, columns.size());
    }

    private static int rank(List<long[]> matrix, int columns) {
        int rank = 0;
        for (int column = 0; column < columns && rank < matrix.size(); column++) {
            int pivot = rank;
            while (pivot < matrix.size() && matrix.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < matrix.size()) {
                java.util.Collections.swap(matrix, pivot, rank);
                eliminate(matrix, rank, column);
                rank++;
            }
        }
        return rank;
    }

    private static void eliminate(List<long[]> matrix, int from, int column) {
        long[] pivot = matrix.get(from);
        long inverse = power(pivot[column], PRIME - 2);
        for (int row = from + 1; row < matrix.size(); row++) {
            long[] line = matrix.get(row);
            long factor = line[column] * inverse % PRIME;
            if (factor != 0) {
                for (int at = column; at < line.length; at++) {
                    line[at] = Math.floorMod(line[at] - factor * pivot[at] % PRIME, PRIME);
                }
            }
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
