package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BandedScaleTest {
    private static final BandedItem PS1 = new BandedItem("PS1", false, 6, new SumClass(24, 30));
    private static final BandedItem PS2 = new BandedItem("PS2", true, 5, new SumClass(12, 18));

    @Test
    void a_scale_is_the_mean_of_its_items_class_midpoints() {
        Calibration offset = new Calibration("c@1", Map.of("PS1", .1), Map.of(), Map.of(), Map.of(), 1, 0, .5, true);
        BandedScale scale = BandedScale.of(List.of(PS1, PS2), offset).orElseThrow();
        assertThat(scale.y()).isCloseTo((4.5 - .1 + 3) / 2, within(1e-12));
        assertThat(scale.roundingVariance()).isCloseTo((4 / 36.0 + 4 / 25.0) / 4, within(1e-12));
        assertThat(scale.n()).isEqualTo(5.5);
        assertThat(scale.items()).isEqualTo(2);
    }

    @Test
    void one_released_item_is_no_scale() {
        assertThat(BandedScale.of(List.of(PS1), Calibration.DEFAULT)).isEmpty();
        assertThat(BandedScale.of(List.of(), Calibration.DEFAULT)).isEmpty();
    }

    @Test
    void a_unit_weighs_its_blocks_by_their_answers() {
        BandedScale small = new BandedScale(4, .04, 5, 2);
        BandedScale large = new BandedScale(3, .01, 15, 3);
        assertThat(BandedScale.pooled(List.of(small, large)))
                .isEqualTo(new BandedScale(3.25, (25 * .04 + 225 * .01) / 400, 20, 2));
        assertThat(BandedScale.pooled(List.of(small))).isEqualTo(small);
    }

    @Test
    void a_class_that_the_answers_cannot_reach_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BandedItem("PS1", false, 5, new SumClass(24, 30)))
                .withMessageContaining("5 answers to PS1");
    }
}
