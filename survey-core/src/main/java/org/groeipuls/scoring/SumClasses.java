package org.groeipuls.scoring;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The partition of the sums n..5n of n answers 1..5 into classes that depend on n only (anonymity R4, rule
 * {@code banded}): bottom [n, n+6], top [5n-6, 5n], and the middle 4n-13 sums in max(1, floor((4n-13)/4)) classes of 4;
 * surplus sums go one each to the classes nearest the middle, ties to the lower, round again while any remain.
 */
public final class SumClasses {
    private static final int FEWEST = 5;
    private static final int MOST = 1_000_000;
    private static final int EDGE_WIDTH = 7;
    private static final int MIDDLE_WIDTH = 4;

    private final int n;
    private final List<SumClass> classes;

    private SumClasses(int n, List<SumClass> classes) {
        this.n = n;
        this.classes = classes;
    }

    /**
     * The partition for {@code n} answers, 5..1,000,000.
     *
     * @throws IllegalArgumentException outside that range: fewer than five answers are never released
     */
    public static SumClasses of(int n) {
        if (n < FEWEST || n > MOST) {
            throw new IllegalArgumentException("Sum classes exist for " + FEWEST + ".." + MOST + " answers, got " + n);
        }
        List<SumClass> classes = new ArrayList<>();
        int low = n;
        for (int width : widths(4 * n - 2 * EDGE_WIDTH + 1)) {
            classes.add(new SumClass(low, low + width - 1));
            low += width;
        }
        return new SumClasses(n, List.copyOf(classes));
    }

    /** The classes from low to high; together they hold every sum n..5n exactly once. */
    public List<SumClass> classes() {
        return classes;
    }

    /**
     * The class that holds {@code sum}.
     *
     * @throws IllegalArgumentException when {@code sum} is outside n..5n
     */
    public SumClass containing(int sum) {
        if (sum < n || sum > 5 * n) {
            throw new IllegalArgumentException("The sum of " + n + " answers 1..5 lies in " + n + ".." + 5 * n);
        }
        int at = 0;
        for (int step = Integer.highestOneBit(classes.size()); step > 0; step >>= 1) {
            if (at + step < classes.size() && classes.get(at + step).low() <= sum) {
                at += step;
            }
        }
        return classes.get(at);
    }

    private static int[] widths(int middleSums) {
        int middle = Math.max(1, middleSums / MIDDLE_WIDTH);
        int[] widths = new int[middle + 2];
        Arrays.fill(widths, MIDDLE_WIDTH);
        widths[0] = EDGE_WIDTH;
        widths[middle + 1] = EDGE_WIDTH;
        int surplus = middleSums - middle * MIDDLE_WIDTH;
        int[] nearest = IntStream.rangeClosed(1, middle)
                .boxed()
                .sorted(comparingInt(at -> Math.abs(2 * at - middle - 1)))
                .limit(surplus)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int given = 0; given < surplus; given++) {
            widths[nearest[given % nearest.length]]++;
        }
        return widths;
    }
}
