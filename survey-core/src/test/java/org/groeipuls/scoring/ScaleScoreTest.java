package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScaleScoreTest {
    private static final ScaleItem PS1 = new ScaleItem("PS1", false);
    private static final ScaleItem PS2 = new ScaleItem("PS2", true);
    private static final ScaleItem PS3 = new ScaleItem("PS3", false);
    private static final ScaleItem PS4 = new ScaleItem("PS4", false);
    private static final ScaleItem PS5 = new ScaleItem("PS5", false);
    private static final Calibration OFFSETS =
            new Calibration("c@1", Map.of("PS1", .1, "PS2", -.15), Map.of(), Map.of(), Map.of(), 1, .0025, .5, true);

    @Test
    void a_reversed_answer_is_turned_before_its_offset_is_subtracted() {
        Scale scale = new Scale("PS", List.of(PS1, PS2));
        Map<String, Integer> answers = Map.of("PS1", 4, "PS2", 2);
        assertThat(ScaleScore.of(scale, answers, OFFSETS).orElseThrow()).isCloseTo((3.9 + 4.15) / 2, within(1e-12));
        assertThat(ScaleScore.raw(scale, answers)).hasValue(4);
    }

    @Test
    void answers_to_other_scales_do_not_count() {
        Scale scale = new Scale("PS", List.of(PS1, PS2));
        assertThat(ScaleScore.raw(scale, Map.of("PS1", 4, "LR1", 2))).isEmpty();
    }

    @Test
    void one_answered_item_never_makes_a_score() {
        assertThat(ScaleScore.raw(new Scale("PS", List.of(PS1)), Map.of("PS1", 4)))
                .isEmpty();
        assertThat(ScaleScore.raw(new Scale("PS", List.of(PS1, PS2)), Map.of("PS1", 4)))
                .isEmpty();
    }

    @Test
    void half_of_the_presented_items_rounded_up_must_be_answered() {
        Scale five = new Scale("PS", List.of(PS1, PS2, PS3, PS4, PS5));
        assertThat(ScaleScore.raw(five, Map.of("PS1", 4, "PS3", 2))).isEmpty();
        assertThat(ScaleScore.raw(five, Map.of("PS1", 4, "PS3", 2, "PS5", 3))).isEqualTo(OptionalDouble.of(3));
    }

    @Test
    void an_answer_outside_one_to_five_is_refused_without_repeating_it() {
        Scale scale = new Scale("PS", List.of(PS1, PS2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleScore.raw(scale, Map.of("PS1", 78, "PS2", 3)))
                .withMessage("The answer to PS1 must be 1..5");
    }

    @Test
    void a_scale_holds_each_item_once_and_at_least_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale("PS", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale("PS", List.of(PS1, PS1)));
    }

    @Test
    void an_empty_calibration_answers_with_the_published_defaults() {
        assertThat(Calibration.DEFAULT.mu("PS")).isEqualTo(3.6);
        assertThat(Calibration.DEFAULT.tau2("PS")).isEqualTo(.10);
        assertThat(Calibration.DEFAULT.s02("PS")).isEqualTo(.5);
        assertThat(Calibration.DEFAULT.offset("PS1")).isZero();
        assertThat(Calibration.DEFAULT.calibrated()).isFalse();
    }

    @Test
    void a_calibration_without_a_number_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration(
                        "c@1", Map.of(), Map.of("PS", Double.NaN), Map.of(), Map.of(), 1, .0025, .5, true))
                .withMessageContaining("mu of PS");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Calibration("c@1", Map.of(), Map.of(), Map.of("PS", 0.0), Map.of(), 1, .0025, .5, true))
                .withMessageContaining("tau2 of PS");
    }
}
