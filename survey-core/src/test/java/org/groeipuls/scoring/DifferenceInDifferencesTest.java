package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.groeipuls.scoring.DifferenceInDifferences.Direction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DifferenceInDifferencesTest {
    @Test
    void the_effect_of_three_in_eight_equals_the_reference() {
        JsonNode expected = Oracles.json("09_did.json").get("a");
        DifferenceInDifferences actual =
                of(changes(expected.get("teams"), true), changes(expected.get("teams"), false), 1);
        Oracles.assertClose(actual.effect(), expected.get("effect"), "effect");
        Oracles.assertClose(actual.p(), expected.get("p_two_sided_exact"), "p");
        assertThat(actual.deals()).isEqualTo(expected.get("permutations").intValue());
        assertThat(actual.exact()).isTrue();
        assertThat(actual.treated()).isEqualTo(3);
        assertThat(actual.compared()).isEqualTo(5);
        assertThat(actual.found(Checkpoint.VERDICT, Direction.RISE)).isTrue();
        assertThat(actual.found(Checkpoint.VERDICT, Direction.FALL)).isFalse();
        assertThat(actual.found(Checkpoint.EARLY_SIGN, Direction.RISE)).isFalse();
    }

    @Test
    void a_small_or_uncertain_effect_is_not_found() {
        assertThat(effect(.2, .049).found(Checkpoint.VERDICT, Direction.RISE)).isTrue();
        assertThat(effect(-.2, .049).found(Checkpoint.VERDICT, Direction.FALL)).isTrue();
        assertThat(effect(-.2, .049).found(Checkpoint.VERDICT, Direction.RISE)).isFalse();
        assertThat(effect(.199, .049).found(Checkpoint.VERDICT, Direction.RISE)).isFalse();
        assertThat(effect(.2, .05).found(Checkpoint.VERDICT, Direction.RISE)).isFalse();
    }

    @Test
    void a_fall_is_as_sure_as_the_rise_that_mirrors_it() {
        DifferenceInDifferences rise = of(List.of(.5, .6, .7), List.of(.0, .1, -.1, .05), 1);
        DifferenceInDifferences fall = of(List.of(-.5, -.6, -.7), List.of(.0, -.1, .1, -.05), 1);
        assertThat(fall.p()).isEqualTo(rise.p()).isCloseTo(1 / 35.0, within(1e-12));
        assertThat(fall.effect()).isCloseTo(-rise.effect(), within(1e-12));
    }

    @Test
    void equal_changes_have_no_effect_and_a_p_of_one() {
        DifferenceInDifferences none = of(List.of(.1, .1), List.of(.1, .1, .1), 1);
        assertThat(none.effect()).isCloseTo(0, within(1e-12));
        assertThat(none.p()).isEqualTo(1);
    }

    @Test
    void many_groups_are_drawn_and_the_same_seed_gives_the_same_p() {
        List<Double> treated = spread(10, .3);
        List<Double> compared = spread(12, 0);
        DifferenceInDifferences drawn = of(treated, compared, 7);
        assertThat(drawn.exact()).isFalse();
        assertThat(drawn.deals()).isEqualTo(10_000);
        assertThat(drawn).isEqualTo(of(treated, compared, 7));
        assertThat(drawn).isEqualTo(of(treated.reversed(), compared.reversed(), 7));
        assertThat(drawn.p()).isNotEqualTo(of(treated, compared, 8).p());
    }

    @Test
    void drawing_comes_close_to_looking_at_all() {
        // 16 over 8 is 12,870: drawn; the exact p of the same changes was counted once by looking at all.
        List<Double> treated = spread(8, .15);
        List<Double> compared = spread(8, 0);
        double drawn = of(treated, compared, 3).p();
        assertThat(drawn).isCloseTo(byLookingAtAll(treated, compared), within(.015));
    }

    @Test
    void a_draw_never_gives_a_p_of_nothing() {
        DifferenceInDifferences huge = of(spread(20, 9), spread(20, 0), 3);
        assertThat(huge.p()).isEqualTo(1 / 10_001.0);
    }

    @Test
    void ten_thousand_ways_and_fewer_are_looked_at_one_by_one() {
        assertThat(of(spread(6, 0), spread(9, 0), 1).exact()).isTrue();
        assertThat(of(spread(6, 0), spread(9, 0), 1).deals()).isEqualTo(5005);
        assertThat(of(spread(1, 0), spread(9_999, 0), 1).exact()).isTrue();
        assertThat(of(spread(9_999, 0), spread(1, 0), 1).exact()).isTrue();
        assertThat(of(spread(1, 0), spread(10_000, 0), 1).exact()).isFalse();
        assertThat(of(spread(30, 0), spread(300, 0), 1).exact()).isFalse();
    }

    @Test
    void one_side_alone_has_no_effect() {
        assertThat(DifferenceInDifferences.of(List.of(), List.of(.1), 1)).isEmpty();
        assertThat(DifferenceInDifferences.of(List.of(.1), List.of(), 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> of(List.of(Double.NaN), List.of(.1), 1));
    }

    private static double byLookingAtAll(List<Double> treated, List<Double> compared) {
        double[] all = IntStream.range(0, 16)
                .mapToDouble(at -> at < 8 ? treated.get(at) : compared.get(at - 8))
                .toArray();
        double seen = Math.abs(effect(all, 0xff));
        int[] ways = IntStream.range(0, 1 << 16)
                .filter(way -> Integer.bitCount(way) == 8)
                .toArray();
        return IntStream.of(ways)
                        .filter(way -> Math.abs(effect(all, way)) >= seen - 1e-9)
                        .count()
                / (double) ways.length;
    }

    private static double effect(double[] all, int labelled) {
        return IntStream.range(0, all.length)
                        .mapToDouble(at -> (labelled >> at & 1) == 1 ? all[at] : -all[at])
                        .sum()
                / 8;
    }

    private static DifferenceInDifferences effect(double effect, double p) {
        return new DifferenceInDifferences(effect, p, 5, 5, 252, true);
    }

    private static DifferenceInDifferences of(List<Double> treated, List<Double> compared, long seed) {
        return DifferenceInDifferences.of(treated, compared, seed).orElseThrow();
    }

    private static List<Double> spread(int groups, double shift) {
        return IntStream.range(0, groups)
                .mapToObj(at -> shift + .4 * Math.sin(at * 2.7 + shift))
                .toList();
    }

    private static List<Double> changes(JsonNode teams, boolean treated) {
        return Oracles.each(teams)
                .filter(team -> team.get("treated").booleanValue() == treated)
                .map(team -> team.get("D").doubleValue())
                .toList();
    }
}
