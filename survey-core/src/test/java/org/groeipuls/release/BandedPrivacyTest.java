package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.SumClass;
import org.junit.jupiter.api.Test;

/**
 * R4 {@code banded} over all answer multisets of 5 to 12 people on one item: what the release says is taken from the
 * release itself, and whoever reads it goes through all multisets that would have been released alike.
 */
class BandedPrivacyTest {
    private static final Instrument ONE_ITEM = Asked.instrument(List.of(), "=h");

    /** How many of the five values stay possible for somebody else, at worst. */
    private record Left(int forAnOutsider, int forAColleague) {}

    @Test
    void an_outsider_can_exclude_nothing_and_a_colleague_is_left_with_three_values() {
        for (int n = 5; n <= 12; n++) {
            Map<String, List<int[]>> alike = new HashMap<>();
            for (var answers : multisets(n)) {
                alike.computeIfAbsent(banded(answers).toString(), released -> new ArrayList<>())
                        .add(answers);
            }
            assertThat(worst(alike)).as("n = %d", n).satisfies(left -> {
                assertThat(left.forAnOutsider()).isEqualTo(5);
                assertThat(left.forAColleague()).isGreaterThanOrEqualTo(3);
            });
        }
    }

    @Test
    void the_same_reader_finds_people_out_by_an_exact_sum() {
        for (int n = 5; n <= 12; n++) {
            Map<String, List<int[]>> alike = new HashMap<>();
            for (var answers : multisets(n)) {
                alike.computeIfAbsent("sum " + sum(answers), released -> new ArrayList<>())
                        .add(answers);
            }
            assertThat(worst(alike)).as("n = %d", n).isEqualTo(new Left(1, 1));
        }
    }

    private static SumClass banded(int[] counts) {
        List<Map<String, Integer>> rows = new ArrayList<>();
        for (int answer = 1; answer <= 5; answer++) {
            rows.addAll(Asked.times(counts[answer - 1], Map.of("h", answer)));
        }
        var figures = new BlockFigures(Asked.banded(5), ONE_ITEM, Calibration.DEFAULT, List.of("h"), rows);
        assertThat(figures.scales()).isEmpty();
        assertThat(figures.pairs()).isEmpty();
        var item = figures.items().getFirst();
        assertThat(item.n()).isEqualTo(rows.size());
        assertThat(item.counts()).isNull();
        return java.util.Objects.requireNonNull(item.sum());
    }

    private static Left worst(Map<String, List<int[]>> alike) {
        int outsider = 5;
        int colleague = 5;
        for (var possible : alike.values()) {
            outsider = Math.min(outsider, valuesOf(possible, 0));
            for (int own = 1; own <= 5; own++) {
                int at = own;
                if (possible.stream().anyMatch(counts -> counts[at - 1] > 0)) {
                    colleague = Math.min(colleague, valuesOf(possible, own));
                }
            }
        }
        return new Left(outsider, colleague);
    }

    /** How many values a given other person may have answered; {@code own} is known and taken away, 0 when none is. */
    private static int valuesOf(List<int[]> possible, int own) {
        int values = 0;
        for (int value = 1; value <= 5; value++) {
            int wanted = value;
            boolean can = possible.stream().anyMatch(counts -> {
                boolean hasOwn = own == 0 || counts[own - 1] > 0;
                int others = counts[wanted - 1] - (own == wanted ? 1 : 0);
                return hasOwn && others > 0;
            });
            values += can ? 1 : 0;
        }
        return values;
    }

    private static List<int[]> multisets(int n) {
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

    private static int sum(int[] counts) {
        int sum = 0;
        for (int answer = 1; answer <= 5; answer++) {
            sum += answer * counts[answer - 1];
        }
        return sum;
    }
}
