package org.groeipuls.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.groeipuls.audit.Multisets.Left;
import org.groeipuls.scoring.SumClasses;
import org.junit.jupiter.api.Test;

/** What single figures leave possible, against going through everything that can have been answered. */
class RemainingTest {

    /** The same by going through everything that can have been answered. */
    private static Left enumerated(int n, Predicate<int[]> released) {
        List<int[]> possible = Multisets.of(n).stream().filter(released).toList();
        int outsider = values(possible, 0);
        int insider = 5;
        for (int own = 1; own <= 5; own++) {
            int at = own;
            if (possible.stream().anyMatch(counts -> counts[at - 1] > 0)) {
                insider = Math.min(insider, values(possible, own));
            }
        }
        return new Left(outsider, insider);
    }

    private static int values(List<int[]> possible, int own) {
        int values = 0;
        for (int value = 1; value <= 5; value++) {
            for (int[] counts : possible) {
                int[] others = counts.clone();
                if (own > 0) {
                    others[own - 1]--;
                }
                if (Arrays.stream(others).allMatch(count -> count >= 0) && others[value - 1] > 0) {
                    values++;
                    break;
                }
            }
        }
        return values;
    }

    @Test
    void what_a_sum_leaves_is_what_going_through_all_answers_leaves() {
        for (int n = 5; n <= 9; n++) {
            for (int low = n; low <= 5 * n; low++) {
                for (int high = low; high <= Math.min(5 * n, low + 7); high++) {
                    int from = low;
                    int to = high;
                    assertThat(Remaining.ofSum(n, low, high))
                            .as("%d people, %d to %d", n, low, high)
                            .isEqualTo(enumerated(
                                    n, counts -> from <= Multisets.sum(counts) && Multisets.sum(counts) <= to));
                }
            }
        }
    }

    @Test
    void what_counts_leave_is_what_going_through_all_answers_leaves() {
        for (int[] counts : Multisets.of(6)) {
            assertThat(Remaining.ofCounts(counts))
                    .as(Arrays.toString(counts))
                    .isEqualTo(enumerated(6, other -> Arrays.equals(other, counts)));
        }
    }

    @Test
    void what_the_total_of_a_scale_leaves_is_what_going_through_all_answers_leaves() {
        for (int items = 2; items <= 3; items++) {
            for (int total = 3 * items; total <= 15 * items; total++) {
                assertThat(Remaining.ofScores(3, items, (double) total / items))
                        .as("3 people, %d statements, %d", items, total)
                        .isEqualTo(scores(items, total));
            }
        }
    }

    /** The same for three people by trying every total that each of them can have. */
    private static Left scores(int items, int total) {
        boolean[] outsider = new boolean[6];
        int insider = 5;
        for (int own = items; own <= 5 * items; own++) {
            boolean[] values = new boolean[6];
            for (int other = items; other <= 5 * items; other++) {
                int third = total - own - other;
                if (third >= items && third <= 5 * items) {
                    for (int value = 1; value <= 5; value++) {
                        values[value] |= value + items - 1 <= other && other <= value + 5 * (items - 1);
                        outsider[value] |= values[value];
                    }
                }
            }
            int left = count(values);
            insider = left == 0 ? insider : Math.min(insider, left);
        }
        return new Left(count(outsider), insider);
    }

    private static int count(boolean... values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }

    @Test
    void classes_are_those_of_the_rule() {
        for (int n = 5; n <= 200; n++) {
            for (var right : SumClasses.of(n).classes()) {
                assertThat(SumClass.is(n, right.low(), right.high()))
                        .as("%d people, %s", n, right)
                        .isTrue();
                assertThat(SumClass.is(n, right.low(), right.high() - 1)).isFalse();
                assertThat(SumClass.is(n, right.low() + 1, right.high())).isFalse();
            }
        }
        assertThat(SumClass.is(4, 4, 10)).isFalse();
    }
}
