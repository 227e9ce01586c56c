package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.groeipuls.scoring.SegmentedRegression.Coefficient;
import org.groeipuls.scoring.SegmentedRegression.Point;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SegmentedRegressionTest {
    @Test
    void the_line_before_and_after_equals_the_reference() {
        JsonNode expected = Oracles.json("09_segmented.json").get("a");
        List<Point> points = IntStream.range(0, expected.get("y").size())
                .mapToObj(at -> new Point(
                        at + 1,
                        expected.get("y").get(at).doubleValue(),
                        expected.get("n").get(at).doubleValue()))
                .toList();
        int first = expected.get("first_post_pulse").intValue();
        assertFit(SegmentedRegression.of(points, first), expected);
        assertFit(SegmentedRegression.of(points.reversed(), first), expected);
    }

    @Test
    void a_jump_without_noise_is_found_exactly_across_gaps() {
        List<Point> points = new ArrayList<>();
        for (int t : new int[] {1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15}) {
            points.add(new Point(t, 3 + .01 * t + (t >= 9 ? .2 + .03 * (t - 8) : 0), t));
        }
        SegmentedRegression fit = SegmentedRegression.of(points, 9);
        assertThat(fit.level().estimate()).isCloseTo(3, within(1e-9));
        assertThat(fit.trend().estimate()).isCloseTo(.01, within(1e-9));
        assertThat(fit.step().estimate()).isCloseTo(.2, within(1e-9));
        assertThat(fit.turn().estimate()).isCloseTo(.03, within(1e-9));
        assertThat(fit.step().se()).isCloseTo(0, within(1e-9));
    }

    @Test
    void twelve_points_and_two_pulses_on_each_side_are_needed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentedRegression.of(line(11), 6))
                .withMessageContaining("points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentedRegression.of(line(12), 2))
                .withMessageContaining("before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentedRegression.of(line(12), 12))
                .withMessageContaining("after");
        assertThat(SegmentedRegression.of(line(12), 3)).isNotNull();
        assertThat(SegmentedRegression.of(line(12), 11)).isNotNull();
    }

    @Test
    void points_without_answers_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, Double.NaN, 5));
    }

    private static List<Point> line(int points) {
        return IntStream.rangeClosed(1, points)
                .mapToObj(t -> new Point(t, 3 + .1 * Math.sin(t), 40))
                .toList();
    }

    private static void assertFit(SegmentedRegression actual, JsonNode expected) {
        assertCoefficient(actual.level(), expected, "(Intercept)");
        assertCoefficient(actual.trend(), expected, "t");
        assertCoefficient(actual.step(), expected, "post");
        assertCoefficient(actual.turn(), expected, "tp");
    }

    private static void assertCoefficient(Coefficient actual, JsonNode expected, String name) {
        Oracles.assertClose(actual.estimate(), expected.get("coef").get(name), name);
        Oracles.assertClose(actual.se(), expected.get("se").get(name), name + " SE");
    }
}
