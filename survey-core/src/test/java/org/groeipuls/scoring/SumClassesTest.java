package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SumClassesTest {
    @Test
    void five_six_eight_and_ten_answers_have_three_four_six_and_eight_classes() {
        assertThat(List.of(5, 6, 8, 10))
                .extracting(n -> SumClasses.of(n).classes().size())
                .containsExactly(3, 4, 6, 8);
    }

    @Test
    void six_answers_give_the_surplus_to_the_lower_of_two_equal_neighbours() {
        assertThat(SumClasses.of(6).classes())
                .containsExactly(new SumClass(6, 12), new SumClass(13, 18), new SumClass(19, 23), new SumClass(24, 30));
    }

    @Test
    void the_partition_equals_the_reference() {
        Oracles.each(Oracles.json("15_classmode_expected.json").get("partition"))
                .forEach(expected -> {
                    List<SumClass> classes =
                            SumClasses.of(expected.get("n").intValue()).classes();
                    assertThat(classes)
                            .extracting(SumClass::low)
                            .containsExactlyElementsOf(expected.get("lo")
                                    .valueStream()
                                    .map(lo -> lo.intValue())
                                    .toList());
                    assertThat(classes)
                            .extracting(SumClass::high)
                            .containsExactlyElementsOf(expected.get("hi")
                                    .valueStream()
                                    .map(hi -> hi.intValue())
                                    .toList());
                });
    }

    @Test
    void every_possible_sum_falls_in_exactly_the_class_that_contains_it() {
        for (int n = 5; n <= 60; n++) {
            SumClasses classes = SumClasses.of(n);
            int next = n;
            for (SumClass expected : classes.classes()) {
                assertThat(expected.low()).isEqualTo(next);
                for (; next <= expected.high(); next++) {
                    assertThat(classes.containing(next)).isEqualTo(expected);
                }
            }
            assertThat(next).isEqualTo(5 * n + 1);
        }
    }

    @Test
    void no_class_is_narrower_than_four_sums_and_the_edges_hold_seven() {
        for (int n = 5; n <= 200; n++) {
            List<SumClass> classes = SumClasses.of(n).classes();
            assertThat(classes).extracting(SumClass::width).allMatch(width -> width >= 4);
            assertThat(classes.getFirst().width()).isEqualTo(7);
            assertThat(classes.getLast().width()).isEqualTo(7);
        }
    }

    @Test
    void a_hundred_thousand_answers_are_partitioned_in_bounded_time() {
        SumClasses classes = Assertions.assertTimeout(Duration.ofSeconds(5), () -> SumClasses.of(100_000));
        assertThat(classes.classes()).hasSize((4 * 100_000 - 13) / 4 + 2);
        assertThat(classes.containing(300_000).contains(300_000)).isTrue();
    }

    @Test
    void fewer_than_five_answers_have_no_classes() {
        assertThatIllegalArgumentException().isThrownBy(() -> SumClasses.of(4)).withMessageContaining("5..");
    }

    @Test
    void a_sum_that_five_answers_cannot_have_is_refused() {
        SumClasses classes = SumClasses.of(5);
        assertThatIllegalArgumentException().isThrownBy(() -> classes.containing(4));
        assertThatIllegalArgumentException().isThrownBy(() -> classes.containing(26));
    }

    @Test
    void a_class_holds_its_ends_and_nothing_beside_them() {
        SumClass middle = new SumClass(12, 15);
        assertThat(middle.contains(11)).isFalse();
        assertThat(middle.contains(12)).isTrue();
        assertThat(middle.contains(15)).isTrue();
        assertThat(middle.contains(16)).isFalse();
        assertThat(new SumClass(1, 1).width()).isEqualTo(1);
        Interval interval = new Interval(1, 2);
        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(2.1)).isFalse();
    }
}
