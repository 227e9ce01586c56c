package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MannKendallTest {
    @Test
    void five_series_rise_and_fall_as_the_reference_says() {
        Oracles.json("05_mann_kendall.json").properties().stream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> {
                    JsonNode expected = entry.getValue();
                    Series series = new Series(numbers(expected.get("t")), numbers(expected.get("y")));
                    assertTest(MannKendall.of(series), expected, entry.getKey());
                    assertSlope(TheilSen.of(series), expected, entry.getKey());
                });
    }

    @Test
    void four_points_in_order_cannot_be_surer_than_one_in_twelve() {
        MannKendall rising = MannKendall.of(series(1, 2, 3, 4));
        assertThat(rising.p()).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(rising.tauB()).hasValue(1);
        MannKendall falling = MannKendall.of(series(4, 3, 2, 1));
        assertThat(falling.p()).isEqualTo(rising.p());
        assertThat(falling.z()).isEqualTo(-rising.z());
    }

    @Test
    void equal_values_are_no_trend() {
        MannKendall flat = MannKendall.of(series(3, 3, 3, 3));
        assertThat(flat.variance()).isZero();
        assertThat(flat.z()).isZero();
        assertThat(flat.normalP()).isEqualTo(1);
        assertThat(flat.p()).isEqualTo(1);
        assertThat(flat.tauB()).isEmpty();
        assertThat(TheilSen.of(series(3, 3, 3, 3))).isEqualTo(new TheilSen(0, 3, new Interval(0, 0)));
    }

    @Test
    void ten_points_use_the_normal() {
        MannKendall ten = MannKendall.of(series(1, 3, 2, 5, 4, 6, 8, 7, 9, 10));
        assertThat(ten.exact()).isEmpty();
        assertThat(ten.p()).isEqualTo(ten.normalP());
        MannKendall nine = MannKendall.of(series(1, 3, 2, 5, 4, 6, 8, 7, 9));
        assertThat(nine.exact()).hasValue(nine.p());
    }

    @Test
    void orders_are_counted_as_by_hand() {
        assertThat(Orders.inversions(3, new int[] {1, 1, 1})).containsExactly(1, 2, 2, 1);
        assertThat(Orders.inversions(4, new int[] {2, 2})).containsExactly(1, 1, 2, 1, 1);
        assertThat(Orders.inversions(4, new int[] {4})).containsExactly(1);
        assertThat(LongStream.of(Orders.inversions(
                                9, IntStream.generate(() -> 1).limit(9).toArray()))
                        .sum())
                .isEqualTo(362_880);
    }

    @Test
    void one_wild_point_hardly_moves_the_slope() {
        Series wild = series(1, 2, 3, 4, 5, 6, 7, 800);
        assertThat(TheilSen.of(wild).slope()).isEqualTo(1);
        assertThat(TheilSen.of(wild).interval().contains(1)).isTrue();
    }

    @Test
    void moments_come_in_order_and_with_a_value_each() {
        assertThatIllegalArgumentException().isThrownBy(() -> series(1, 2)).withMessageContaining("points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series(List.of(1.0, 1.0, 2.0), List.of(1.0, 2.0, 3.0)))
                .withMessageContaining("not after");
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series(List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0, Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series(List.of(1.0, 2.0, Double.POSITIVE_INFINITY), List.of(1.0, 2.0, 3.0)));
    }

    private static void assertTest(MannKendall actual, JsonNode expected, String what) {
        assertThat(actual.n()).isEqualTo(expected.get("n").intValue());
        assertThat(actual.s()).as(what).isEqualTo(expected.get("S").intValue());
        Oracles.assertClose(actual.variance(), expected.get("varS"), what + " variance");
        Oracles.assertClose(actual.z(), expected.get("Z"), what + " Z");
        Oracles.assertClose(actual.normalP(), expected.get("p_normal"), what + " normal p");
        Oracles.assertClose(actual.tauB().orElseThrow(), expected.get("tau_b"), what + " tau-b");
        assertThat(actual.exact().isEmpty()).isEqualTo(expected.get("p_exact").isNull());
        actual.exact().ifPresent(p -> Oracles.assertClose(p, expected.get("p_exact"), what + " exact p"));
    }

    private static void assertSlope(TheilSen actual, JsonNode expected, String what) {
        Oracles.assertClose(actual.slope(), expected.get("sen_slope"), what + " slope");
        Oracles.assertClose(actual.intercept(), expected.get("sen_intercept"), what + " intercept");
        Oracles.assertClose(actual.interval(), expected.get("sen_lo90"), expected.get("sen_hi90"), what + " slope");
    }

    private static Series series(double... values) {
        return new Series(
                IntStream.rangeClosed(1, values.length)
                        .mapToObj(Double::valueOf)
                        .toList(),
                Arrays.stream(values).boxed().toList());
    }

    private static List<Double> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::doubleValue).toList();
    }
}
