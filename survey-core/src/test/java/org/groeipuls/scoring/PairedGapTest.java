package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PairedGapTest {
    private static final Scale LF1 = new Scale("LF", List.of(new ScaleItem("LF1", false)));
    private static final Scale LF2 = new Scale("LF", List.of(new ScaleItem("LF2", false)));

    @Test
    void five_gaps_equal_the_reference() {
        Oracles.json("12_paired_gap.json").properties().forEach(entry -> {
            JsonNode expected = entry.getValue();
            assertGap(PairedGap.exact(moments(expected), .5).orElseThrow(), expected, entry.getKey());
        });
    }

    @Test
    void a_pair_of_single_items_needs_its_one_answer_each() {
        List<Map<String, Integer>> rows =
                List.of(Map.of("LF1", 5, "LF2", 2), Map.of("LF1", 4), Map.of("LF1", 4, "LF2", 3));
        assertThat(PairMoments.of(LF1, LF2, rows)).isEqualTo(new PairMoments(2, 9, 5, 4, 10));
    }

    @Test
    void a_pair_of_scales_needs_two_answers_on_each_side_and_turns_reversed_ones() {
        Scale say = new Scale("SV", List.of(new ScaleItem("SV1", false), new ScaleItem("SV2", true)));
        Scale practice = new Scale("LR", List.of(new ScaleItem("LR1", false), new ScaleItem("LR2", false)));
        List<Map<String, Integer>> rows =
                List.of(Map.of("SV1", 5, "SV2", 1, "LR1", 2, "LR2", 3), Map.of("SV1", 5, "SV2", 1, "LR1", 2));
        assertThat(PairMoments.of(say, practice, rows)).isEqualTo(new PairMoments(1, 5, 2.5, 2.5, 6.25));
    }

    @Test
    void no_pairs_and_too_few_released_items_give_no_gap() {
        assertThat(PairedGap.exact(PairMoments.of(LF1, LF2, List.of()), .5)).isEmpty();
        List<BandedItem> one = List.of(new BandedItem("LF1", false, 6, new SumClass(24, 30)));
        assertThat(PairedGap.banded(one, one, .5, GapRule.SCALES)).isEmpty();
        assertThat(PairedGap.banded(one, one, .5, GapRule.SINGLE_ITEMS_BANDED)).isPresent();
    }

    @Test
    void single_items_in_classes_are_no_pattern_at_five_answers() {
        List<BandedItem> high = List.of(new BandedItem("LF1", false, 5, new SumClass(19, 25)));
        List<BandedItem> low = List.of(new BandedItem("LF2", false, 5, new SumClass(5, 11)));
        PairedGap gap =
                PairedGap.banded(high, low, .5, GapRule.SINGLE_ITEMS_BANDED).orElseThrow();
        assertThat(gap.pattern(GapRule.SINGLE_ITEMS)).isTrue();
        assertThat(gap.pattern(GapRule.SINGLE_ITEMS_BANDED)).isFalse();
    }

    @Test
    void the_thresholds_belong_to_the_pattern_except_the_lower_bound() {
        assertThat(new PairedGap(5, 3.5, 3, .5, .1, .21).pattern(GapRule.SCALES))
                .isTrue();
        assertThat(new PairedGap(5, 3.5, 3, .5, .1, .20).pattern(GapRule.SCALES))
                .isFalse();
        assertThat(new PairedGap(5, 3.49, 2.9, .59, .1, .4).pattern(GapRule.SCALES))
                .isFalse();
        assertThat(new PairedGap(5, 4, 3.51, .49, .1, .4).pattern(GapRule.SCALES))
                .isFalse();
    }

    @Test
    void a_spread_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PairedGap.exact(new PairMoments(5, 20, 15, 5, 7), 0));
    }

    static void assertGap(PairedGap actual, JsonNode expected, String what) {
        Oracles.assertClose(actual.n(), expected.get("n"), what + " n");
        Oracles.assertClose(actual.say(), expected.get("say_mean"), what + " say");
        Oracles.assertClose(actual.practice(), expected.get("do_mean"), what + " do");
        Oracles.assertClose(actual.gap(), expected.get("gap"), what + " gap");
        Oracles.assertClose(actual.se(), expected.get("se"), what + " SE");
        Oracles.assertClose(actual.lowerBound(), expected.get("lb95"), what + " bound");
        assertThat(actual.pattern(GapRule.SCALES))
                .as(what)
                .isEqualTo(expected.get("pattern").booleanValue());
    }

    private static PairMoments moments(JsonNode expected) {
        double[] say = expected.get("say")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        double[] done = expected.get("do")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        double sumSay = 0;
        double sumDo = 0;
        double squares = 0;
        for (int at = 0; at < say.length; at++) {
            sumSay += say[at];
            sumDo += done[at];
            squares += (say[at] - done[at]) * (say[at] - done[at]);
        }
        return new PairMoments(say.length, sumSay, sumDo, sumSay - sumDo, squares);
    }
}
