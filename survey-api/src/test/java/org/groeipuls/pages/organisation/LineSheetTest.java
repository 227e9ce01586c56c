package org.groeipuls.pages.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Ewma;
import org.groeipuls.scoring.Interval;
import org.groeipuls.trend.ControlChart;
import org.groeipuls.trend.OrganisationLine;
import org.groeipuls.trend.TrendTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The organisation's line as an analyst reads it. */
class LineSheetTest {
    private static final Words NL = new Words(Language.NL, Pages.ZONE);

    private static OrganisationLine.Point point(int round, int line) {
        return new OrganisationLine.Point(
                round,
                new TreeSet<>(List.of(new PulseId("p" + round))),
                LocalDate.parse("2026-11-04").plusDays(28L * round),
                line,
                new TreeSet<>(List.of("local-level@1")),
                9,
                9,
                119,
                3.47);
    }

    private static LineSheet sheet(@Nullable Double tau, double p, int... lines) {
        var points = IntStream.range(0, lines.length)
                .mapToObj(at -> point(at + 1, lines[at]))
                .toList();
        var tests = new TrendTests(
                26,
                0,
                new TrendTests.Order(-187, tau, p, false),
                new TrendTests.Slope(-.0042, new Interval(-.0071, .0004)));
        var within = new Interval(3.4, 3.6);
        var chart = new ControlChart(
                0,
                Ewma.after(IntStream.range(0, 20).mapToDouble(at -> at % 3).toArray()),
                List.of(
                        new ControlChart.Point(21, 3.7, within, true),
                        new ControlChart.Point(22, 3.5, within, false),
                        new ControlChart.Point(23, 3.7, within, true)));
        return LineSheet.of(new OrganisationLine("candour", points, tests, chart, List.of()), NL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .00004 | p < 0,001.
            .0012  | p 0,001.
            .0496  | p 0,050.
            .25    | p 0,250.
            """)
    void a_small_chance_is_never_said_to_be_none(double p, String said) {
        assertThat(sheet(-.58, p, 1).tests()).contains(said);
    }

    @Test
    void a_small_slope_and_its_ends_are_told_apart() {
        assertThat(sheet(-.58, .01, 1).tests())
                .contains("tau −0,58")
                .endsWith("Theil-Sen geeft −0,004 punt per peiling, met een marge van 90 % van −0,007 tot 0,000.");
    }

    @Test
    void results_that_are_all_equal_have_no_order() {
        assertThat(sheet(null, 1, 1).tests()).isEqualTo("Alle 26 uitkomsten zijn gelijk: er is niets te toetsen.");
    }

    @Test
    void results_of_an_earlier_way_of_counting_are_not_counted_with_those_of_the_latest() {
        assertThat(sheet(-.58, .01, 1, 1, 1).points()).isEqualTo("3 uitkomsten; de laatste is 3,47, over 9 groepen.");
        assertThat(sheet(-.58, .01, 1, 2, 2).points())
                .isEqualTo(
                        "2 uitkomsten; de laatste is 3,47, over 9 groepen. Eerdere uitkomsten zijn op een andere manier"
                                + " berekend en horen bij een eerdere lijn.");
    }

    @Test
    void what_leaves_the_limits_is_the_moving_average() {
        assertThat(sheet(-.58, .01, 1).chart())
                .isEqualTo(
                        "Na de eerste 20 uitkomsten kwamen er 3. Bij 2 daarvan lag het voortschrijdend gemiddelde buiten de"
                                + " grenzen die de eerste geven.");
    }
}
