package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleMomentsTest {
    private static final Scale PS = new Scale(
            "PS", List.of(new ScaleItem("PS1", false), new ScaleItem("PS2", true), new ScaleItem("PS3", false)));
    private static final Scale LR = new Scale(
            "LR", List.of(new ScaleItem("LR1", false), new ScaleItem("LR2", true), new ScaleItem("LR3", false)));
    private static final Calibration OFFSETS = new Calibration(
            "c@1", Map.of("PS1", .13, "PS2", -.2, "PS3", .07), Map.of(), Map.of(), Map.of(), 1, .0025, .5, true);

    @Test
    void six_rows_of_which_two_are_partly_answered() {
        List<Map<String, Integer>> rows = List.of(
                Map.of("PS1", 5, "PS2", 1, "PS3", 5),
                Map.of("PS1", 4, "PS2", 3, "PS3", 2),
                Map.of("PS1", 1, "PS2", 5),
                Map.of("PS3", 4),
                Map.of("LR1", 4),
                Map.of("PS1", 3, "PS2", 3, "PS3", 3));
        ScaleMoments moments = ScaleMoments.of(PS, rows, Calibration.DEFAULT);
        assertThat(moments.n()).isEqualTo(4);
        assertThat(moments.sumRaw()).isCloseTo(12, within(1e-12));
        assertThat(moments.sumSquares()).isCloseTo(25 + 9 + 1 + 9, within(1e-12));
        assertThat(List.of(moments.low(), moments.mid(), moments.high())).containsExactly(1, 2, 1);
        assertThat(moments.sumFavourable()).isCloseTo(1 + 1 / 3.0, within(1e-12));
        assertThat(moments.partly()).isEqualTo(2);
        assertThat(moments.complete()).isEqualTo(3);
        assertThat(moments.agreement()).isEmpty();
        assertThat(moments.variance().orElseThrow()).isCloseTo(8 / 3.0, within(1e-12));
    }

    @Test
    void nobody_gives_no_mean_and_one_gives_no_variance() {
        ScaleMoments nobody = ScaleMoments.of(PS, List.of(), OFFSETS);
        assertThat(nobody.n()).isZero();
        assertThat(nobody.mean()).isEmpty();
        assertThat(nobody.favourable()).isEmpty();
        ScaleMoments one = ScaleMoments.of(PS, List.of(Map.of("PS1", 4, "PS2", 2)), OFFSETS);
        assertThat(one.mean()).isPresent();
        assertThat(one.variance()).isEmpty();
    }

    @Test
    void a_scale_presented_with_one_item_scores_nobody() {
        Scale single = new Scale("PS", List.of(new ScaleItem("PS1", false)));
        ScaleMoments moments = ScaleMoments.of(single, List.of(Map.of("PS1", 4), Map.of("PS1", 3)), OFFSETS);
        assertThat(moments.n()).isZero();
        assertThat(moments.complete()).isEqualTo(2);
    }

    @Test
    void a_score_that_equals_a_limit_in_decimals_counts_as_reaching_it() {
        Calibration decimals = new Calibration(
                "c@1", Map.of("PS1", -.39, "PS2", -.01, "PS3", .9), Map.of(), Map.of(), Map.of(), 1, 0, .5, true);
        Map<String, Integer> row = Map.of("PS1", 4, "PS2", 2, "PS3", 3);
        assertThat(ScaleScore.of(PS, row, decimals).orElseThrow()).isLessThan(3.5);
        assertThat(ScaleMoments.of(PS, List.of(row), decimals).high()).isEqualTo(1);
    }

    @Test
    void the_order_of_the_ballots_leaves_no_trace_in_any_digit() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<Map<String, Integer>> rows = rows(random, 5 + random.nextInt(30));
            List<Map<String, Integer>> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);
            assertThat(ScaleMoments.of(PS, shuffled, OFFSETS)).isEqualTo(ScaleMoments.of(PS, rows, OFFSETS));
            assertThat(PairMoments.of(PS, LR, shuffled)).isEqualTo(PairMoments.of(PS, LR, rows));
        }
    }

    @Test
    void turning_every_answer_and_every_flag_changes_nothing() {
        Random random = new Random(12);
        for (int round = 0; round < 200; round++) {
            List<Map<String, Integer>> rows = rows(random, 5 + random.nextInt(30));
            List<Map<String, Integer>> turned =
                    rows.stream().map(ScaleMomentsTest::turned).toList();
            assertThat(ScaleMoments.of(turned(PS), turned, OFFSETS)).isEqualTo(ScaleMoments.of(PS, rows, OFFSETS));
            assertThat(PairMoments.of(turned(PS), turned(LR), turned)).isEqualTo(PairMoments.of(PS, LR, rows));
            assertThat(ScaleMoments.of(PS, turned, OFFSETS)).isNotEqualTo(ScaleMoments.of(PS, rows, OFFSETS));
        }
    }

    private static List<Map<String, Integer>> rows(Random random, int n) {
        List<Map<String, Integer>> rows = new ArrayList<>();
        for (int at = 0; at < n; at++) {
            Map<String, Integer> row = new HashMap<>();
            for (String item : List.of("PS1", "PS2", "PS3", "LR1", "LR2", "LR3")) {
                if (random.nextInt(10) > 0) {
                    row.put(item, 1 + random.nextInt(5));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Integer> turned(Map<String, Integer> row) {
        Map<String, Integer> turned = new HashMap<>();
        row.forEach((item, answer) -> turned.put(item, 6 - answer));
        return turned;
    }

    private static Scale turned(Scale scale) {
        return new Scale(
                scale.construct(),
                scale.items().stream()
                        .map(item -> new ScaleItem(item.id(), !item.reversed()))
                        .toList());
    }
}
