package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LineTest {
    @Test
    void the_flow_of_the_nile_is_filtered_as_in_durbin_and_koopman() {
        JsonNode nile = Oracles.json("04_trend_kalman.json").get("nile");
        Line line = Line.start(nile.get("m0").doubleValue(), nile.get("P0").doubleValue());
        List<Line> filtered = new ArrayList<>();
        for (Map<String, String> row : Oracles.csv("04_nile.csv")) {
            double flow = Double.parseDouble(row.get("flow"));
            double r = nile.get("sigma2_eps").doubleValue();
            line = line.next(
                    flow, r, filtered.size() + 1, nile.get("sigma2_eta").doubleValue());
            filtered.add(line);
        }
        Oracles.each(nile.get("filtered")).forEach(expected -> {
            Line actual = filtered.get(expected.get("t").intValue() - 1);
            Oracles.assertClose(actual.m(), expected.get("m"), "level at " + actual.last());
            Oracles.assertClose(actual.p(), expected.get("P"), "P at " + actual.last());
        });
    }

    @Test
    void the_lines_of_five_teams_equal_the_reference() {
        Oracles.json("04_trend_kalman.json").get("teams").properties().forEach(team -> {
            List<Line> lines = TeamSeries.read(team.getKey(), team.getValue()).lines();
            List<JsonNode> expected = Oracles.each(team.getValue().get("line")).toList();
            assertThat(lines).hasSameSizeAs(expected);
            for (int at = 0; at < lines.size(); at++) {
                Line actual = lines.get(at);
                JsonNode point = expected.get(at);
                String what = team.getKey() + " at pulse " + actual.last();
                assertThat(actual.last()).isEqualTo(point.get("pulse").intValue());
                Oracles.assertClose(actual.m(), point.get("level"), what);
                Oracles.assertClose(actual.p(), point.get("P"), what + " P");
                Oracles.assertClose(actual.band(), point.get("lo"), point.get("hi"), what + " band");
            }
        });
    }

    @Test
    void the_first_point_is_the_shrunken_mean() {
        Line line = Line.start(3.6, .1).next(4.6, .1, 3, .0025);
        assertThat(line.m()).isCloseTo(4.1, within(1e-12));
        assertThat(line.p()).isCloseTo(.05, within(1e-12));
        assertThat(line.last()).isEqualTo(3);
    }

    @Test
    void a_withheld_pulse_only_widens_the_band() {
        Line before = Line.start(3.6, .1).next(4, .05, 1, .004);
        Line gap = before.next(4, .05, 3, .004);
        Line none = before.next(4, .05, 2, .004);
        assertThat(gap.p()).isGreaterThan(none.p());
        assertThat(gap.p()).isEqualTo(before.next(4, .05, 2, .008).p());
    }

    @Test
    void points_come_in_order_and_are_numbers() {
        Line line = Line.start(3.6, .1).next(4, .05, 2, .004);
        assertThatIllegalArgumentException().isThrownBy(() -> line.next(4, .05, 2, .004));
        assertThatIllegalArgumentException().isThrownBy(() -> line.next(Double.NaN, .05, 3, .004));
        assertThatIllegalArgumentException().isThrownBy(() -> line.next(4, 0, 3, .004));
        assertThatIllegalArgumentException().isThrownBy(() -> Line.start(3.6, 0));
    }

    @Test
    void classes_make_a_point_noisier() {
        assertThat(Noise.banded(.7, .5, 7, .03)).isCloseTo(Noise.exact(.7, .5, 7) + .03, within(1e-12));
    }
}
