package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void numbers_go_to_the_nearest_twentieth() {
        assertThat(Rounding.toTwentieth(.4847)).isEqualTo(.5);
        assertThat(Rounding.toTwentieth(.474)).isEqualTo(.45);
        assertThat(Rounding.toTwentieth(.7352)).isEqualTo(.75);
        assertThat(Rounding.toTwentieth(0)).isZero();
    }

    @Test
    void halves_go_up_although_binary_fractions_fall_short() {
        assertThat(Rounding.toTwentieth(.025)).isEqualTo(.05);
        assertThat(Rounding.toTwentieth(.075)).isEqualTo(.1);
        assertThat(Rounding.toTwentieth(.475)).isEqualTo(.5);
        assertThat(Rounding.toTwentieth(.575)).isEqualTo(.6);
    }

    @Test
    void the_answer_is_the_double_that_its_decimal_names() {
        assertThat(Rounding.toTwentieth(.151)).isEqualTo(.15);
        assertThat(Rounding.toTwentieth(.35)).isEqualTo(.35);
    }

    @Test
    void a_reversed_correlation_rounds_to_the_reverse() {
        assertThat(Rounding.toTwentieth(-.125)).isEqualTo(-Rounding.toTwentieth(.125));
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.toTwentieth(Double.NaN));
    }
}
