package org.groeipuls.pages.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Interval;
import org.groeipuls.trend.ControlChart;
import org.groeipuls.trend.OrganisationLine;
import org.groeipuls.trend.TrendTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The organisation's line as an analyst reads it. */
class LineSheetTest {
    private static final Words NL = new Words(Language.NL, Pages.ZONE);

    private static OrganisationLine line(double p) {
        var point = new OrganisationLine.Point(
                26,
                new TreeSet<>(List.of(new PulseId("p26"))),
                LocalDate.parse("2026-11-04"),
                1,
                new TreeSet<>(List.of("local-level@1")),
                9,
                9,
                119,
                3.47);
        var tests = new TrendTests(
                26,
                0,
                new TrendTests.Order(-187, -.58, p, false),
                new TrendTests.Slope(-.01, new Interval(-.02, -.01)));
        return new OrganisationLine("candour", List.of(point), tests, new ControlChart(0, null, List.of()), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .00004 | p < 0,001.
            .0012  | p 0,001.
            .0496  | p 0,05.
            .25    | p 0,25.
            """)
    void a_small_chance_is_never_said_to_be_none(double p, String said) {
        assertThat(LineSheet.of(line(p), NL).tests()).contains(said);
    }
}
