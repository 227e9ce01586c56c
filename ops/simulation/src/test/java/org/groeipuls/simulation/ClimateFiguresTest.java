package org.groeipuls.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Scale;
import org.groeipuls.scoring.ScaleItem;
import org.groeipuls.scoring.ScaleMoments;
import org.junit.jupiter.api.Test;

/** The figures come from releases alone; a planted defect in one of them is found. */
class ClimateFiguresTest {
    private static final ClimateFile FILE = ClimateFile.generate(11, 3, 14);

    @Test
    void true_spreads_pass_and_say_how_much_companies_differ() {
        var figures = ClimateFigures.of(history(0));

        assertThat(figures.check(FILE).passed()).isTrue();
        assertThat(figures.variance().groups()).isEqualTo(3);
        assertThat(figures.alpha()).contains(.85);
        // rwg(11) with S = 1.1 against 2: 11 * .45 / (11 * .45 + .55)
        assertThat(figures.meanRwg()).isCloseTo(.9, within(1e-9));
    }

    @Test
    void a_wrong_spread_an_absent_one_and_an_empty_history_are_found() {
        assertThat(ClimateFigures.of(history(1e-6)).check(FILE).faults()).hasSize(3);
        assertThat(ClimateFigures.of(history(0).subList(0, 2)).check(FILE).faults())
                .containsExactly("company-003: no spread is released");
        assertThat(ClimateFigures.of(List.of()).check(FILE).passed()).isFalse();
    }

    private static List<History.Event> history(double defect) {
        List<History.Event> events = new ArrayList<>();
        FILE.companies().forEach((company, rows) -> {
            var scale = new Scale(
                    "climate",
                    ClimateFile.ITEMS.stream()
                            .map(item -> new ScaleItem(item, false))
                            .toList());
            var moments = ScaleMoments.of(
                    scale, rows.stream().map(ClimateFiguresTest::answers).toList(), Calibration.DEFAULT);
            events.add(History.event(
                    ("{\"position\":1,\"type\":\"BlockReleased\",\"data\":{\"block\":\"%s\",\"scales\":[{\"n\":%d,"
                                    + "\"sumAdjusted\":%s,\"spread\":{\"sumAdjustedSquared\":%s,\"agreement\":{\"n\":9,"
                                    + "\"meanDeviation\":0.7,\"itemVariances\":[1.1,1.1,1.1,1.1,1.1,1.1,1.1,1.1,1.1,1.1,1.1]}}}]}}")
                            .formatted(company, moments.n(), moments.sumAdjusted(), moments.sumSquares() + defect)));
        });
        events.add(History.event("{\"position\":2,\"type\":\"CountPublished\",\"data\":{\"organisation\":"
                + "{\"constructs\":[{\"alpha\":0.85}]}}}"));
        return events;
    }

    private static Map<String, Integer> answers(ClimateFile.Row row) {
        Map<String, Integer> answers = new TreeMap<>();
        for (int item = 0; item < ClimateFile.ITEMS.size(); item++) {
            Integer answer = row.answers().get(item);
            if (answer != null) {
                answers.put(ClimateFile.ITEMS.get(item), answer);
            }
        }
        return answers;
    }
}
