package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that people can have answered to one statement, and what a reader of the released figure can still rule
 * out. A multiset is written as the numbers of people who answered 1, 2, 3, 4 and 5.
 */
public final class Multisets {
    private Multisets() {}

    /**
     * How many of the five values stay possible for somebody else, at worst.
     *
     * @param outsider for a reader who did not answer
     * @param insider for a reader who knows the own answer
     */
    public record Left(int outsider, int insider) {}

    /** Goes through all multisets of n answers that are released alike. */
    public static Left left(int n, Function<int[], ?> released) {
        Map<Object, List<int[]>> alike = new HashMap<>();
        for (var answers : of(n)) {
            alike.computeIfAbsent(released.apply(answers), same -> new ArrayList<>())
                    .add(answers);
        }
        int outsider = 5;
        int insider = 5;
        for (var possible : alike.values()) {
            outsider = Math.min(outsider, values(possible, 0));
            for (int own = 1; own <= 5; own++) {
                int at = own;
                if (possible.stream().anyMatch(counts -> counts[at - 1] > 0)) {
                    insider = Math.min(insider, values(possible, own));
                }
            }
        }
        return new Left(outsider, insider);
    }

    /** All multisets of n answers 1..5. */
    public static List<int[]> of(int n) {
        List<int[]> all = new ArrayList<>();
        for (int one = 0; one <= n; one++) {
            for (int two = 0; one + two <= n; two++) {
                for (int three = 0; one + two + three <= n; three++) {
                    for (int four = 0; one + two + three + four <= n; four++) {
                        all.add(new int[] {one, two, three, four, n - one - two - three - four});
                    }
                }
            }
        }
        return all;
    }

    /** What these answers add up to. */
    public static int sum(int[] counts) {
        return counts[0] + 2 * counts[1] + 3 * counts[2] + 4 * counts[3] + 5 * counts[4];
    }

    /** How many values a given other person may have answered; {@code own} is known and taken away, 0 when none is. */
    private static int values(List<int[]> possible, int own) {
        int values = 0;
        for (int value = 1; value <= 5; value++) {
            int wanted = value;
            values += possible.stream()
                            .anyMatch(counts -> (own == 0 || counts[own - 1] > 0)
                                    && counts[wanted - 1] - (own == wanted ? 1 : 0) > 0)
                    ? 1
                    : 0;
        }
        return values;
    }
}
