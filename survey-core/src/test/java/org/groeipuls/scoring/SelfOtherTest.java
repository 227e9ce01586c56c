package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SelfOtherTest {
    @Test
    void three_leaders_beside_their_teams_equal_the_reference() {
        Oracles.json("14_self_other.json").properties().forEach(entry -> {
            JsonNode given = entry.getValue();
            JsonNode expected = given.get("result");
            SelfOther actual = of(given);
            String what = entry.getKey();
            Oracles.assertClose(actual.self(), expected.get("self"), what + " self");
            Oracles.assertClose(actual.group(), expected.get("team"), what + " team");
            assertThat(actual.n()).isEqualTo(expected.get("n").doubleValue());
            assertThat(actual.items()).isEqualTo(expected.get("k").intValue());
            Oracles.assertClose(actual.gap(), expected.get("gap"), what + " gap");
            Oracles.assertClose(actual.se(), expected.get("se"), what + " SE");
            Oracles.assertClose(actual.interval(), expected.get("lb95"), expected.get("ub95"), what);
            assertThat(actual.rosier()).isEqualTo(expected.get("over_rating").intValue() == 1);
        });
    }

    @Test
    void rosier_needs_five_answers_and_a_gap_that_is_large_and_certain() {
        assertThat(new SelfOther(4, 3.25, 5, 6, .3).rosier()).isTrue();
        assertThat(new SelfOther(4, 3.25, 4.9, 6, .3).rosier()).isFalse();
        assertThat(new SelfOther(4, 3.26, 5, 6, .3).rosier()).isFalse();
        assertThat(new SelfOther(4, 3.25, 5, 6, .31).rosier()).isFalse();
    }

    @Test
    void what_is_no_score_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelfOther.of(new int[] {5, 6}, 3, 5, .1, .5))
                .withMessageContaining("own score");
        assertThatIllegalArgumentException().isThrownBy(() -> SelfOther.of(new int[0], 3, 5, .1, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> SelfOther.of(new int[] {5}, 3, 5, 0, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> SelfOther.of(new int[] {5}, 3, 5, .1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfOther(0, 3, 5, 6, .3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfOther(4, Double.NaN, 5, 6, .3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfOther(4, 3, 0, 6, .3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfOther(4, 3, 5, 0, .3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfOther(4, 3, 5, 6, 0));
    }

    private static SelfOther of(JsonNode given) {
        int[] self = given.get("self_items")
                .valueStream()
                .mapToInt(JsonNode::intValue)
                .toArray();
        GroupScores group = GroupScores.of(given.get("team_y")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .toArray());
        double s2m = ModeratedVariance.of(
                ModeratedVariance.LINE_D0, given.get("s02").doubleValue(), group.n(), group.variance());
        double noise = Noise.exact(given.get("kappa").doubleValue(), s2m, group.n());
        return SelfOther.of(
                self, group.mean(), group.n(), noise, given.get("s2e").doubleValue());
    }
}
