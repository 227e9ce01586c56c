package org.groeipuls.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.SumClass;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.FirstReport.Statement;
import org.groeipuls.trend.TrendPoint.Shown;
import org.junit.jupiter.api.Test;

class FirstReportTest {
    private static final Instrument INSTRUMENT = Catalogue.builtIn().getFirst();

    private static ItemFigures banded(String item, int n, int middle) {
        return new ItemFigures(item, n, new SumClass(middle - 1, middle + 1), null, null);
    }

    private static TeamTrend trend(String construct, int pulse, ItemFigures... items) {
        var around = new Interval(2, 4);
        return new TeamTrend(
                new GroupId("roads"),
                construct,
                List.of(new TrendPoint(
                        new PulseId("p" + pulse),
                        LocalDate.parse("2027-01-01").plusDays(pulse),
                        pulse,
                        1,
                        INSTRUMENT.key(),
                        Disclosure.BANDED,
                        "default@1",
                        Participation.MOST,
                        List.of(items),
                        new Shown(8, 3, around, 3, around, Participation.MOST),
                        null)),
                List.of());
    }

    private static List<String> items(List<Statement> statements) {
        return statements.stream().map(Statement::item).toList();
    }

    private static final List<TeamTrend> BASELINE = List.of(
            trend("psychological-safety", 1, banded("PS1", 8, 36), banded("PS2", 8, 12), banded("PS3", 8, 20)),
            trend("leader-role-modelling", 1, banded("LR1", 8, 30), banded("LR2", 8, 16), banded("LR3", 8, 28)));

    @Test
    void the_three_strongest_and_the_three_weakest_statements_are_named_and_no_score_is() {
        var report = FirstReport.of(BASELINE, INSTRUMENT, Calibrations.BUILT_IN).orElseThrow();

        // PS2 is reversed: 12 of 8 people is a mean of 1.5, turned 4.5
        assertThat(INSTRUMENT.item("PS2").reversed()).isTrue();
        assertThat(items(report.strongest())).containsExactly("PS1", "PS2", "LR1");
        assertThat(items(report.weakest())).containsExactly("LR2", "PS3", "LR3");
        assertThat(report.toString()).doesNotContain("4.5").doesNotContain("36");
    }

    @Test
    void what_is_easier_for_everybody_is_taken_off() {
        var easy = new Calibration(
                "default@1",
                Map.of("PS1", 2.0, "PS3", -1.0, "PS2", -1.0),
                Map.of(),
                Map.of(),
                Map.of(),
                1,
                .0025,
                .5,
                true);
        var report = FirstReport.of(BASELINE, INSTRUMENT, Calibrations.of(easy)).orElseThrow();

        assertThat(items(report.strongest())).containsExactly("PS2", "LR1", "LR3");
        assertThat(items(report.weakest())).containsExactly("LR2", "PS1", "PS3");
        assertThat(report.calibration()).isEqualTo("default@1");
    }

    @Test
    void no_statement_is_on_both_sides_and_the_same_figures_give_the_same_report() {
        var few = List.of(trend("candour", 1, banded("CA1", 8, 24), banded("CA2", 8, 24), banded("CA3", 8, 24)));
        var report = FirstReport.of(few, INSTRUMENT, Calibrations.BUILT_IN).orElseThrow();

        assertThat(report.strongest()).hasSize(1);
        assertThat(report.weakest()).hasSize(1).doesNotContainAnyElementsOf(report.strongest());
        assertThat(FirstReport.of(few.reversed(), INSTRUMENT, Calibrations.BUILT_IN))
                .contains(report);
    }

    @Test
    void under_exact_it_is_the_mean_of_what_was_answered() {
        var exact = List.of(trend(
                "candour",
                1,
                new ItemFigures("CA1", 8, null, List.of(0, 0, 0, 0, 8), null),
                new ItemFigures("CA2", 8, null, List.of(8, 0, 0, 0, 0), null)));
        var turned = INSTRUMENT.item("CA1").reversed();
        var report = FirstReport.of(exact, INSTRUMENT, Calibrations.BUILT_IN).orElseThrow();

        assertThat(turned || INSTRUMENT.item("CA2").reversed()).isFalse();
        assertThat(items(report.strongest())).containsExactly("CA1");
        assertThat(items(report.weakest())).containsExactly("CA2");
    }

    @Test
    void it_is_of_the_latest_pulse_alone_and_there_is_none_before_the_first() {
        var trends = new ArrayList<>(BASELINE);
        trends.add(trend("candour", 2, banded("CA1", 8, 30), banded("CA2", 8, 20)));
        var report = FirstReport.of(trends, INSTRUMENT, Calibrations.BUILT_IN).orElseThrow();

        assertThat(report.pulse()).isEqualTo(new PulseId("p2"));
        assertThat(items(report.strongest())).containsExactly("CA1");
        assertThat(FirstReport.of(List.of(), INSTRUMENT, Calibrations.BUILT_IN)).isEmpty();
    }
}
