package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EwmaTest {
    @Test
    void the_chart_of_the_handbook_equals_the_reference() {
        JsonNode expected = Oracles.json("08_ewma.json").get("nist");
        Ewma chart = new Ewma(
                expected.get("lambda").doubleValue(),
                expected.get("z0").doubleValue(),
                expected.get("sigma").doubleValue(),
                expected.get("L").doubleValue());
        double[] values = expected.get("x")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        List<Ewma.Point> points = chart.chart(values);
        assertThat(points).hasSize(values.length);
        Oracles.each(expected.get("result")).forEach(point -> {
            int t = point.get("t").intValue();
            Ewma.Point actual = points.get(t - 1);
            Oracles.assertClose(actual.z(), point.get("z"), "z " + t);
            Oracles.assertClose(actual.expected(), point.get("lcl"), point.get("ucl"), "limits " + t);
            assertThat(actual.signal()).isEqualTo(point.get("signal").booleanValue());
        });
        double[] still = new double[500];
        Arrays.fill(still, 50);
        Oracles.assertClose(
                chart.chart(still).getLast().expected(),
                expected.get("asymptotic_limits").get(0),
                expected.get("asymptotic_limits").get(1),
                "limits in the end");
    }

    @Test
    void a_jump_gives_a_signal_both_ways() {
        Ewma chart = new Ewma(.3, 3.6, .1, 3);
        assertThat(chart.chart(3.6, 4.6).get(0).signal()).isFalse();
        assertThat(chart.chart(3.6, 4.6).get(1).signal()).isTrue();
        assertThat(chart.chart(3.6, 2.6).get(1).signal()).isTrue();
    }

    @Test
    void twenty_pulses_make_a_baseline() {
        double[] baseline =
                IntStream.range(0, 20).mapToDouble(t -> t % 2 == 0 ? 3.5 : 3.7).toArray();
        Ewma chart = Ewma.after(baseline);
        assertThat(chart.z0()).isCloseTo(3.6, within(1e-12));
        assertThat(chart.sigma()).isCloseTo(Math.sqrt(.01 * 20 / 19), within(1e-12));
        assertThat(chart.lambda()).isEqualTo(.3);
        assertThat(chart.limits()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ewma.after(Arrays.copyOf(baseline, 19)))
                .withMessageContaining("baseline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ewma.after(new double[20]))
                .withMessageContaining("sigma");
    }

    @Test
    void impossible_charts_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(0, 3.6, .1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(1.1, 3.6, .1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(.3, Double.NaN, .1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(.3, 3.6, 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(.3, 3.6, .1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(.3, 3.6, .1, 3).chart(3, Double.NaN));
    }
}
