package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SnapshotTest {
    private static final JsonNode NONE = tools.jackson.databind.node.NullNode.getInstance();

    @Test
    void the_recommended_intervals_equal_the_reference() {
        Oracles.json("06_snapshot_ci.json").get("cases").properties().forEach(entry -> {
            JsonNode expected = entry.getValue();
            JsonNode recommended = expected.get("recommended");
            int n = expected.get("n").intValue();
            int eligible = expected.get("N").intValue();
            double s02 = expected.get("s02").doubleValue();
            double mean = mean(expected.get("y"));
            double s2 = variance(expected.get("y"));
            Oracles.assertClose(
                    ModeratedVariance.of(2, s02, n, s2), recommended.get("s2_mod"), entry.getKey() + " s2_mod");
            Oracles.assertClose(
                    Snapshot.exact(mean, OptionalDouble.of(s2), n, eligible, s02),
                    recommended.get("lo"),
                    recommended.get("hi"),
                    entry.getKey());
            Oracles.assertClose(
                    Snapshot.logicalBounds(mean, n, eligible),
                    expected.get("nonresponse_bounds").get("lo"),
                    expected.get("nonresponse_bounds").get("hi"),
                    entry.getKey() + " bounds");
            assertTipping(Snapshot.tippingValue(.3, n, eligible), expected.get("tipping_delta_for_change_0.3"));
        });
    }

    /** The interval that the product does not print, as wide as 1.5 points or as short as nothing: what it improves on. */
    @Test
    void the_plain_t_intervals_equal_the_reference() {
        Oracles.json("06_snapshot_ci.json").get("cases").properties().forEach(entry -> {
            JsonNode expected = entry.getValue();
            int n = expected.get("n").intValue();
            double silent = 1 - n / expected.get("N").doubleValue();
            double mean = mean(expected.get("y"));
            double se = Math.sqrt(variance(expected.get("y")) / n);
            assertPlain(mean, se, n, expected.get("t_ci_no_fpc"), entry.getKey());
            assertPlain(mean, se * Math.sqrt(silent), n, expected.get("t_ci_fpc"), entry.getKey());
            JsonNode recommended = expected.get("recommended");
            double s2m = ModeratedVariance.of(2, expected.get("s02").doubleValue(), n, variance(expected.get("y")));
            Oracles.assertClose(Math.sqrt(s2m / n * silent), recommended.get("se"), entry.getKey() + " SE");
        });
    }

    @Test
    void the_favourable_shares_equal_the_reference() {
        Pattern name = Pattern.compile("f(\\d+)_of_(\\d+)_(?:N(\\d+)|infinite)");
        Oracles.json("06_snapshot_ci.json").get("favourable").properties().forEach(entry -> {
            MatchResult parts =
                    name.matcher(entry.getKey()).results().findFirst().orElseThrow();
            int k = Integer.parseInt(parts.group(1));
            int n = Integer.parseInt(parts.group(2));
            Interval actual = parts.group(3) == null
                    ? Snapshot.wilson(k, n)
                    : Snapshot.wilson(k, n, Integer.parseInt(parts.group(3)));
            Oracles.assertClose(
                    actual, entry.getValue().get("lo"), entry.getValue().get("hi"), entry.getKey());
        });
    }

    @Test
    void a_variance_that_was_not_released_leaves_the_organisations_with_z() {
        Interval own = Snapshot.exact(3.5, OptionalDouble.of(.5), 8, 20, .5);
        Interval stood = Snapshot.exact(3.5, OptionalDouble.empty(), 8, 20, .5);
        double h = 1.6448536269514722 * Math.sqrt(.5 / 8 * .6) / (4 * .625 * .375);
        assertThat(stood.low()).isCloseTo(1 + 4 / (1 + Math.exp(-(Math.log(.625 / .375) - h))), within(1e-12));
        assertThat(stood.width()).isLessThan(own.width());
    }

    @Test
    void when_everyone_answered_the_interval_is_the_mean_even_at_the_ceiling() {
        assertThat(Snapshot.exact(5, OptionalDouble.of(0), 6, 6, .5)).isEqualTo(new Interval(5, 5));
        assertThat(Snapshot.wilson(6, 6, 6)).isEqualTo(new Interval(1, 1));
        assertThat(Snapshot.tippingValue(.3, 6, 6)).isEmpty();
    }

    @Test
    void a_share_that_the_silent_do_not_exceed_gives_bounds_that_hold_for_every_share_below_it() {
        assertThat(Snapshot.logicalBounds(3.6, .3)).satisfies(bounds -> {
            assertThat(bounds.low()).isCloseTo(.7 * 3.6 + .3, within(1e-12));
            assertThat(bounds.high()).isCloseTo(.7 * 3.6 + 1.5, within(1e-12));
        });
        assertThat(Snapshot.tippingValue(.4, .3)).hasValue(.4 / .3);
        assertThat(Snapshot.tippingValue(-.4, .5)).hasValue(-.8);
        for (int n = 7; n <= 10; n++) {
            var exactly = Snapshot.logicalBounds(3.6, n, 10);
            assertThat(exactly.low())
                    .isGreaterThanOrEqualTo(Snapshot.logicalBounds(3.6, .3).low() - 1e-12);
            assertThat(exactly.high())
                    .isLessThanOrEqualTo(Snapshot.logicalBounds(3.6, .3).high() + 1e-12);
            assertThat(Snapshot.tippingValue(.4, n, 10).orElse(99)).isGreaterThanOrEqualTo(.4 / .3 - 1e-12);
        }
        assertThat(Snapshot.tippingValue(.4, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Snapshot.logicalBounds(3.6, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Snapshot.tippingValue(.4, -.1));
    }

    @Test
    void where_only_the_ends_of_the_mean_are_known_the_bounds_reach_as_far_and_not_beyond_the_scale() {
        var bounds = Snapshot.logicalBounds(new Interval(3, 4), .3);
        assertThat(bounds.low()).isCloseTo(.7 * 3 + .3, within(1e-12));
        assertThat(bounds.high()).isCloseTo(.7 * 4 + 1.5, within(1e-12));
        assertThat(Snapshot.logicalBounds(new Interval(.9, 5.1), .3)).isEqualTo(new Interval(1, 5));
    }

    @Test
    void rounding_to_classes_leaves_doubt_even_when_everyone_answered() {
        assertThat(Snapshot.banded(new BandedScale(4.2, .03, 7, 2), 7, .5).width())
                .isGreaterThan(.4);
    }

    @Test
    void more_answers_than_people_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snapshot.exact(3.5, OptionalDouble.empty(), 8, 7, .5))
                .withMessageContaining("people asked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snapshot.exact(Double.NaN, OptionalDouble.empty(), 5, 7, .5))
                .withMessageContaining("mean");
        assertThatIllegalArgumentException().isThrownBy(() -> Snapshot.wilson(6, 5, 9));
    }

    private static void assertPlain(double mean, double se, int n, JsonNode expected, String what) {
        Oracles.assertClose(se, expected.get("se"), what + " SE");
        Oracles.assertClose(mean - Quantiles.t95(n - 1) * se, expected.get("lo"), what + " low");
        Oracles.assertClose(mean + Quantiles.t95(n - 1) * se, expected.get("hi"), what + " high");
    }

    private static void assertTipping(OptionalDouble actual, JsonNode expected) {
        if (expected.equals(NONE)) {
            assertThat(actual).isEmpty();
        } else {
            Oracles.assertClose(actual.orElseThrow(), expected, "tipping value");
        }
    }

    private static double mean(JsonNode scores) {
        return scores.valueStream().mapToDouble(JsonNode::doubleValue).average().orElseThrow();
    }

    private static double variance(JsonNode scores) {
        double mean = mean(scores);
        return scores.valueStream()
                        .mapToDouble(y -> (y.doubleValue() - mean) * (y.doubleValue() - mean))
                        .sum()
                / (scores.size() - 1);
    }
}
