package org.groeipuls.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.MannKendall;
import org.groeipuls.scoring.Series;
import org.groeipuls.scoring.TheilSen;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TrendPoint.Gap;
import org.groeipuls.trend.TrendPoint.Shown;
import org.groeipuls.trend.TrendTests.Order;
import org.groeipuls.trend.TrendTests.Slope;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrendTestsTest {
    private static final double GAP = Double.NaN;
    private static final Path ORACLE = Path.of("..", "docs", "oracles", "05_mann_kendall.json");

    private final List<TrendPoint> points = new ArrayList<>();

    private void line(int line, double... values) {
        for (double value : values) {
            boolean gap = Double.isNaN(value);
            points.add(new TrendPoint(
                    new PulseId("p" + points.size()),
                    LocalDate.EPOCH,
                    points.size() + 1,
                    line,
                    new InstrumentKey("groeipuls", 1),
                    Disclosure.BANDED,
                    "default@1",
                    null,
                    List.of(),
                    gap ? null : new Shown(8, value, new Interval(1, 5), 1, new Interval(1, 5), Participation.MOST),
                    gap ? new Gap(Withheld.TOO_FEW_ANSWERS, null) : null));
        }
    }

    private TrendTests tests() {
        return TrendTests.of(new TeamTrend(new GroupId("a"), "candour", points, List.of()));
    }

    private static Order order(TrendTests tests) {
        return Objects.requireNonNull(tests.mannKendall());
    }

    private static Slope slope(TrendTests tests) {
        return Objects.requireNonNull(tests.theilSen());
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    @Test
    void eight_points_rise_as_the_reference_says_with_ties_and_without() {
        for (var name : List.of("pulse8_no_ties", "pulse8_ties")) {
            var expected = JsonMapper.shared().readTree(ORACLE.toFile()).get(name);
            points.clear();
            line(1, numbers(expected.get("y")));

            assertThat(order(tests()).s()).isEqualTo(expected.get("S").intValue());
            assertThat(order(tests()).tauB()).isCloseTo(expected.get("tau_b").doubleValue(), within(1e-9));
            assertThat(order(tests()).p()).isCloseTo(expected.get("p_exact").doubleValue(), within(1e-9));
            assertThat(order(tests()).exact()).isTrue();
            assertThat(slope(tests()).perPulse())
                    .isCloseTo(expected.get("sen_slope").doubleValue(), within(1e-9));
            assertThat(slope(tests()).interval().low())
                    .isCloseTo(expected.get("sen_lo90").doubleValue(), within(1e-9));
            assertThat(slope(tests()).interval().high())
                    .isCloseTo(expected.get("sen_hi90").doubleValue(), within(1e-9));
        }
    }

    @Test
    void with_fewer_than_eight_points_nothing_is_tested_and_it_is_said_how_many_are_missing() {
        assertThat(tests()).isEqualTo(new TrendTests(0, 8, null, null));
        line(1, 3, 3.1, GAP, 3.2, 3.3, 3.4, 3.5, 3.6);
        assertThat(tests()).isEqualTo(new TrendTests(7, 1, null, null));
    }

    @Test
    void a_gap_is_not_there_and_takes_its_time() {
        line(1, 3, 3.1, GAP, GAP, 3.2, 3.3, 3.4, GAP, 3.5, 3.6, 3.7);

        var series = new Series(
                Stream.of(1, 2, 5, 6, 7, 9, 10, 11).map(Integer::doubleValue).toList(),
                List.of(3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7));
        assertThat(slope(tests()).perPulse())
                .isEqualTo(TheilSen.of(series).slope())
                .isNotCloseTo(.1, within(.005));
        assertThat(slope(tests()).interval()).isEqualTo(TheilSen.of(series).interval());
        assertThat(order(tests()).p()).isEqualTo(MannKendall.of(series).p());
    }

    @Test
    void what_the_group_was_before_is_not_tested_with_what_it_is() {
        line(1, 1, 1, 1, 1, 1, 1, 1, 1);
        line(2, 3, 3.1, 3.2, 3.3);
        assertThat(tests()).isEqualTo(new TrendTests(4, 4, null, null));

        line(2, 3.4, 3.5, 3.6, 3.7);
        assertThat(tests().points()).isEqualTo(8);
        assertThat(slope(tests()).perPulse()).isCloseTo(.1, within(1e-9));

        line(3, GAP);
        assertThat(tests().points()).as("a line that began with a gap").isZero();
    }

    @Test
    void ten_points_get_the_p_of_the_normal() {
        line(1, 3.1, 3.3, 3.2, 3.5, 3.4, 3.6, 3.8, 3.7, 3.9);
        assertThat(order(tests()).exact()).isTrue();
        line(1, 4);
        assertThat(order(tests()).exact()).isFalse();
    }

    @Test
    void equal_values_neither_rise_nor_fall_also_where_adding_them_left_a_last_digit() {
        line(1, .3, .1 + .2, .3, .1 + .2, .3, .1 + .2, .3, .1 + .2);

        assertThat(order(tests())).isEqualTo(new Order(0, null, 1, true));
        assertThat(slope(tests())).isEqualTo(new Slope(0, new Interval(0, 0)));
    }
}
