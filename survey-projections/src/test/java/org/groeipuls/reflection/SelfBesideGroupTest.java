package org.groeipuls.reflection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.scoring.SelfOther;
import org.groeipuls.scoring.SumClass;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.TrendPoint;
import org.junit.jupiter.api.Test;

class SelfBesideGroupTest {
    private static final Instrument INSTRUMENT = Catalogue.builtIn().getFirst();
    private static final Map<String, Integer> ROSY = Map.of("LR1-self", 5, "LR2-self", 4, "LR4-self", 1, "SV1-self", 5);

    private static ItemFigures banded(String item, int n, int low, int high) {
        return new ItemFigures(item, n, new SumClass(low, high), null, null);
    }

    private static ItemFigures exact(String item, Integer... counts) {
        return new ItemFigures(
                item, List.of(counts).stream().mapToInt(one -> one).sum(), null, List.of(counts), null);
    }

    private static TrendPoint point(Disclosure disclosure, ItemFigures... items) {
        return new TrendPoint(
                new PulseId("march"),
                LocalDate.parse("2027-03-01"),
                1,
                1,
                INSTRUMENT.key(),
                disclosure,
                "default@1",
                Participation.MOST,
                List.of(items),
                null,
                null);
    }

    private static SelfBesideGroup beside(Map<String, Integer> answers, TrendPoint... points) {
        return SelfBesideGroup.of(
                INSTRUMENT, INSTRUMENT.form("leader"), answers, List.of(points), Calibrations.BUILT_IN);
    }

    private static SelfOther gap(SelfBesideGroup beside) {
        return Objects.requireNonNull(beside.roleModelling());
    }

    @Test
    void classes_give_both_values_and_the_gap_over_the_statements_that_have_both() {
        // midpoints 20/8 = 2.5, 24/8 = 3 and, reversed, 6 - 22/8 = 3.25; the lead 5, 4 and 6 - 1 = 5
        var gap = gap(beside(
                ROSY,
                point(Disclosure.BANDED, banded("LR1", 8, 18, 22), banded("LR2", 8, 22, 26), banded("LR4", 8, 20, 24)),
                point(Disclosure.BANDED, banded("SV1", 8, 38, 40))));

        assertThat(gap.self()).isEqualTo(14 / 3.0, within(1e-12));
        assertThat(gap.group()).isEqualTo(8.75 / 3, within(1e-12));
        assertThat(gap.n()).isEqualTo(8);
        assertThat(gap.items()).isEqualTo(3);
        // κ·s0²/n + c + σ²_e/k, c = 3·(5² - 1)/(12·8²)/3²
        double c = 3 * 24 / (12 * 64.0) / 9;
        assertThat(gap.se()).isEqualTo(Math.sqrt(.5 / 8 + c + .5 / 3), within(1e-12));
        assertThat(gap.rosier()).isTrue();
    }

    @Test
    void tallies_give_the_gap_with_the_spread_of_the_organisation() {
        var gap = gap(beside(ROSY, point(Disclosure.EXACT, exact("LR1", 0, 4, 2, 0, 0), exact("LR2", 0, 0, 4, 2, 0))));

        assertThat(gap.self()).isEqualTo(4.5);
        assertThat(gap.group()).isEqualTo((14 / 6.0 + 20 / 6.0) / 2, within(1e-12));
        assertThat(gap.se()).isEqualTo(Math.sqrt(.5 / 6 + .5 / 2), within(1e-12));
    }

    @Test
    void six_statements_that_eight_answered_are_answers_of_eight_and_not_of_a_little_less() {
        var ids = List.of("LR1", "LR2", "LR3", "LR4", "LR5", "LR6");
        var answers = ids.stream().collect(Collectors.toMap(id -> id + "-self", id -> 4));
        var items = ids.stream().map(id -> exact(id, 2, 2, 2, 1, 1)).toArray(ItemFigures[]::new);

        assertThat(gap(beside(answers, point(Disclosure.EXACT, items))).n()).isEqualTo(8);
    }

    @Test
    void every_statement_stands_there_with_what_is_known_of_it() {
        var withheld = new ItemFigures("SV2", null, null, null, Withheld.TOO_FEW_ANSWERS);
        var pairs = beside(ROSY, point(Disclosure.BANDED, banded("LR1", 8, 18, 22), withheld))
                .pairs();

        assertThat(pairs).hasSize(11);
        assertThat(pairs.getFirst()).isEqualTo(new SelfBesideGroup.Pair("LR1-self", "LR1", 5, 2.5, 8));
        assertThat(pairs.get(2)).isEqualTo(new SelfBesideGroup.Pair("LR3-self", "LR3", null, null, null));
        assertThat(pairs.get(7)).isEqualTo(new SelfBesideGroup.Pair("SV2-self", "SV2", null, null, null));
    }

    @Test
    void one_statement_makes_no_gap_and_before_the_count_there_is_none() {
        assertThat(beside(ROSY).roleModelling()).isNull();
        assertThat(beside(ROSY, point(Disclosure.BANDED, banded("LR1", 8, 18, 22), banded("LR3", 8, 18, 22)))
                        .roleModelling())
                .isNull();
        assertThat(beside(Map.of(), point(Disclosure.BANDED, banded("LR1", 8, 18, 22), banded("LR2", 8, 18, 22)))
                        .roleModelling())
                .isNull();
    }
}
