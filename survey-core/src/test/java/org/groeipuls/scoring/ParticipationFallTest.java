package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ParticipationFallTest {
    @Test
    void the_lady_tasting_tea_has_the_published_p() {
        // Fisher 1935: three of four cups right; fisher.test in R prints .4857.
        assertThat(ParticipationFall.of(3, 4, 1, 4).p()).isCloseTo(34 / 70.0, within(1e-12));
    }

    @Test
    void two_sides_are_not_twice_one_side_when_groups_differ() {
        // R: fisher.test(matrix(c(10, 2, 3, 15), 2)), p = 0.0005367241
        assertThat(ParticipationFall.of(10, 12, 3, 18).p()).isCloseTo(.0005367241, within(1e-9));
    }

    @Test
    void a_large_and_certain_fall_is_shown() {
        ParticipationFall fall = ParticipationFall.of(18, 20, 9, 20);
        assertThat(fall.before()).isEqualTo(.9);
        assertThat(fall.now()).isEqualTo(.45);
        assertThat(fall.shown()).isTrue();
        assertThat(ParticipationFall.of(9, 20, 18, 20).shown()).isFalse();
        assertThat(ParticipationFall.of(6, 8, 3, 8).shown()).isFalse();
        assertThat(new ParticipationFall(.8, .6, .049).shown()).isTrue();
        assertThat(new ParticipationFall(.8, .6, .05).shown()).isFalse();
        assertThat(new ParticipationFall(.8, .601, .01).shown()).isFalse();
    }

    @Test
    void nobody_and_everybody_twice_is_no_difference() {
        assertThat(ParticipationFall.of(0, 8, 0, 9).p()).isEqualTo(1);
        assertThat(ParticipationFall.of(8, 8, 9, 9).p()).isEqualTo(1);
        assertThat(ParticipationFall.of(4, 8, 4, 8).p()).isEqualTo(1);
    }

    @Test
    void more_answers_than_people_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipationFall.of(9, 8, 5, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipationFall.of(5, 8, 9, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipationFall.of(-1, 8, 5, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> ParticipationFall.of(0, 0, 5, 8));
    }
}
