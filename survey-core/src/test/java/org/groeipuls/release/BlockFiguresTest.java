package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.SumClass;
import org.junit.jupiter.api.Test;

class BlockFiguresTest {
    private static final Instrument INSTRUMENT = Asked.instrument(
            List.of(Asked.pair("M1", List.of("a1", "a2"), List.of("b1", "b2"))), "a1", "a2", "-a3", "b1", "b2", "=h");

    @Test
    void under_banded_an_item_is_its_number_of_answers_and_a_class_of_their_raw_sum() {
        var figures = figures(Asked.banded(5), rows(6, "a1=4 a3=2"));
        assertThat(figures.items())
                .contains(
                        ItemFigures.banded("a1", 6, new SumClass(24, 30)),
                        ItemFigures.banded("a3", 6, new SumClass(6, 12)));
        assertThat(figures.scales()).isEmpty();
        assertThat(figures.pairs()).isEmpty();
    }

    @Test
    void under_exact_an_item_is_its_tallies() {
        var figures = figures(Asked.exact(5, 20), rows(4, "h=5"), rows(2, "h=1"));
        assertThat(item(figures, "h")).isEqualTo(ItemFigures.exact("h", 6, List.of(2, 0, 0, 0, 4)));
    }

    @Test
    void an_item_with_four_answers_shows_neither_them_nor_how_many_they_are() {
        for (var rules : List.of(Asked.banded(5), Asked.exact(5, 5))) {
            var figures = figures(rules, rows(4, "h=5 a1=3 a2=3 a3=3"), rows(3, "a1=3 a2=3 a3=3"));
            assertThat(item(figures, "h")).isEqualTo(ItemFigures.withheld("h", null, Withheld.TOO_FEW_ANSWERS));
            assertThat(item(figures, "a1").n()).isEqualTo(7);
        }
    }

    @Test
    void a_scale_is_its_sums_and_its_spread_only_from_the_spread_minimum_up() {
        var nineteen = figures(Asked.exact(5, 20), rows(19, "a1=4 a2=2 a3=1"));
        assertThat(nineteen.scales()).singleElement().satisfies(scale -> {
            assertThat(scale.n()).isEqualTo(19);
            assertThat(scale.sumRaw()).isEqualTo(19 * 11 / 3.0, Offset.offset(1e-9));
            assertThat(scale.spread()).isNull();
        });
        var twenty = figures(Asked.exact(5, 20), rows(20, "a1=4 a2=2 a3=1"));
        var spread = Objects.requireNonNull(twenty.scales().getFirst().spread());
        assertThat(spread.high()).isEqualTo(20);
        assertThat(Objects.requireNonNull(spread.agreement()).n()).isEqualTo(20);
    }

    @Test
    void where_one_to_four_answered_a_scale_partly_its_tallies_are_withheld_and_its_sum_is_not() {
        for (int partly = 1; partly <= 4; partly++) {
            var figures = figures(Asked.exact(5, 5), rows(9, "a1=4 a2=2 a3=1 h=2"), rows(partly, "a1=5 a2=5 h=2"));
            assertThat(item(figures, "a1")).isEqualTo(ItemFigures.withheld("a1", 9 + partly, Withheld.PARTLY_ANSWERED));
            assertThat(figures.scales()).singleElement().satisfies(scale -> {
                assertThat(scale.n()).isGreaterThanOrEqualTo(10);
                assertThat(Objects.requireNonNull(scale.spread()).agreement()).isNull();
            });
            assertThat(item(figures, "h").counts()).isEqualTo(List.of(0, 9 + partly, 0, 0, 0));
        }
        var five = figures(Asked.exact(5, 5), rows(9, "a1=4 a2=2 a3=1"), rows(5, "a1=5 a2=5"));
        assertThat(item(five, "a1").counts()).isEqualTo(List.of(0, 0, 0, 9, 5));
    }

    /** Sum of the scale less half the tallies of two items would be a figure of the three alone. */
    @Test
    void where_only_a_few_answered_a_scale_whole_its_tallies_are_withheld() {
        var figures = figures(Asked.exact(5, 5), rows(7, "a1=4 a2=2"), rows(3, "a1=5 a2=5 a3=1"));
        assertThat(item(figures, "a1")).isEqualTo(ItemFigures.withheld("a1", 10, Withheld.PARTLY_ANSWERED));
        assertThat(item(figures, "a3")).isEqualTo(ItemFigures.withheld("a3", null, Withheld.TOO_FEW_ANSWERS));
        assertThat(figures.scales()).hasSize(1);
    }

    /** With two of three answered, (5 + 2) / 2 counts as 11/3 in measures of spread, and as itself in the sums. */
    @Test
    void where_a_few_left_out_the_same_items_spread_is_that_of_whole_steps() {
        var offsets = new Calibration(
                "chosen",
                Map.of("a1", .123, "a2", -.15, "a3", .027),
                Map.of(),
                Map.of(),
                Map.of(),
                1,
                .0025,
                .5,
                false);
        for (int partly = 1; partly <= 4; partly++) {
            var rows = List.of(rows(9, "a1=4 a2=2 a3=1"), rows(8, "a1=5 a2=2 a3=3"), rows(partly, "a1=5 a2=2"));
            var steps = List.of(rows(9, "a1=4 a2=2 a3=1"), rows(8, "a1=5 a2=2 a3=3"), rows(partly, "a1=5 a2=2 a3=2"));
            var released = spread(offsets, rows);
            assertThat(variance(released)).isCloseTo(variance(spread(offsets, steps)), Offset.offset(1e-9));
            assertThat(released.sumRaw()).isCloseTo(33 + 80 / 3.0 + partly * 3.5, Offset.offset(1e-9));
            assertThat(released.spread()).extracting("low", "mid", "high").isEqualTo(List.of(0, 8, 9 + partly));
        }
        var enough = List.of(rows(9, "a1=4 a2=2 a3=1"), rows(8, "a1=5 a2=2 a3=3"), rows(5, "a1=5 a2=5"));
        assertThat(Math.abs(variance(spread(offsets, enough)) - variance(spread(Calibration.DEFAULT, enough))))
                .as("five are no few")
                .isGreaterThan(1e-3);
    }

    private static ScaleFigures spread(Calibration calibration, List<List<Map<String, Integer>>> rows) {
        var all = rows.stream().flatMap(List::stream).toList();
        return new BlockFigures(Asked.exact(5, 5), INSTRUMENT, calibration, Asked.items(INSTRUMENT), all)
                .scales()
                .getFirst();
    }

    private static double variance(ScaleFigures scale) {
        double squares = Objects.requireNonNull(scale.spread()).sumAdjustedSquared();
        return (squares - scale.sumAdjusted() * scale.sumAdjusted() / scale.n()) / (scale.n() - 1);
    }

    /** The variance of the complete rows next to the tallies of a3 would tell what the one answered. */
    @Test
    void agreement_is_withheld_where_a_few_of_those_who_answered_partly_answered_an_item() {
        var figures = figures(Asked.exact(5, 5), rows(9, "a1=4 a2=2 a3=1"), rows(5, "a1=5 a2=5"), rows(1, "a2=3 a3=5"));
        assertThat(item(figures, "a3").n()).isEqualTo(10);
        assertThat(Objects.requireNonNull(figures.scales().getFirst().spread()).agreement())
                .isNull();
    }

    @Test
    void a_pair_is_released_when_nobody_left_anything_out() {
        var figures = figures(Asked.exact(5, 5), rows(9, "a1=5 a2=4 a3=1 b1=2 b2=1"), rows(4, "h=2"));
        assertThat(figures.pairs()).containsExactly(new PairFigures("M1", 9, 40.5, 13.5, 27, 81));
    }

    /** Three with one side only and three with the other are six in all, and yet each side tells on its three. */
    @Test
    void a_pair_is_withheld_where_either_side_has_a_few_more_people_than_the_pair() {
        var figures = figures(
                Asked.exact(5, 5),
                rows(9, "a1=5 a2=4 a3=1 b1=2 b2=1"),
                rows(3, "a1=5 a2=4 a3=1"),
                rows(3, "b1=2 b2=1"));
        assertThat(figures.pairs()).isEmpty();
        assertThat(figures.scales()).hasSize(2);
    }

    @Test
    void a_pair_stays_where_those_who_left_out_a_side_are_five() {
        var figures = figures(Asked.exact(5, 5), rows(9, "a1=5 a2=4 a3=1 b1=2 b2=1"), rows(5, "a1=5 a2=4 a3=1"));
        assertThat(figures.pairs()).singleElement().extracting(PairFigures::n).isEqualTo(9);
    }

    @Test
    void no_measure_of_spread_rests_on_fewer_than_the_minimum_of_the_pulse() {
        var figures = figures(
                Asked.exact(10, 5), rows(9, "a1=5 a2=4 a3=1 b1=2 b2=1"), rows(11, "a1=5 a2=4"), rows(11, "b1=2 b2=1"));
        assertThat(figures.pairs()).isEmpty();
        var scale = figures.scales().getFirst();
        assertThat(scale.n()).isEqualTo(20);
        assertThat(Objects.requireNonNull(scale.spread()).agreement()).isNull();
    }

    @Test
    void a_scale_of_which_one_item_was_asked_has_tallies_and_no_sum() {
        var figures = new BlockFigures(
                Asked.exact(5, 5), INSTRUMENT, Calibration.DEFAULT, List.of("a1", "h"), rows(6, "a1=4 a2=2 h=3"));
        assertThat(figures.items()).extracting(ItemFigures::item).containsExactly("a1", "h");
        assertThat(item(figures, "a1").counts()).isEqualTo(List.of(0, 0, 0, 6, 0));
        assertThat(figures.scales()).isEmpty();
        assertThat(figures.pairs()).isEmpty();
    }

    /** R9: a refusal that hangs on answers would tell about them. */
    @Test
    void what_is_withheld_never_hangs_on_what_was_answered() {
        var chance = new Random(9);
        for (int block = 0; block < 400; block++) {
            var rows = randomRows(chance);
            for (var rules : List.of(Asked.banded(5), Asked.exact(5, 5), Asked.exact(6, 12))) {
                var structure = structure(figures(rules, rows));
                for (int other = 0; other < 5; other++) {
                    assertThat(structure(figures(rules, otherAnswers(rows, chance))))
                            .isEqualTo(structure);
                }
            }
        }
    }

    @Test
    void the_order_of_the_sheets_leaves_no_trace() {
        var chance = new Random(10);
        for (int block = 0; block < 200; block++) {
            List<Map<String, Integer>> rows = randomRows(chance);
            List<Map<String, Integer>> shuffled = new ArrayList<>(rows);
            java.util.Collections.shuffle(shuffled, chance);
            var some = figures(Asked.exact(5, 5), rows);
            var others = figures(Asked.exact(5, 5), shuffled);
            assertThat(others.items()).isEqualTo(some.items());
            assertThat(others.scales()).isEqualTo(some.scales());
            assertThat(others.pairs()).isEqualTo(some.pairs());
        }
    }

    private static List<Map<String, Integer>> randomRows(Random chance) {
        List<Map<String, Integer>> rows = new ArrayList<>();
        int people = 5 + chance.nextInt(20);
        int skips = 1 + chance.nextInt(8);
        for (int person = 0; person < people; person++) {
            Map<String, Integer> row = new HashMap<>();
            for (var item : Asked.items(INSTRUMENT)) {
                if (chance.nextInt(10) >= skips) {
                    row.put(item, 1 + chance.nextInt(5));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Integer>> otherAnswers(List<Map<String, Integer>> rows, Random chance) {
        int same = chance.nextInt(6);
        List<Map<String, Integer>> others = new ArrayList<>();
        for (var row : rows) {
            Map<String, Integer> other = new HashMap<>(row);
            other.replaceAll((item, answer) -> same == 0 ? 1 + chance.nextInt(5) : same);
            others.add(other);
        }
        return others;
    }

    private static List<String> structure(BlockFigures figures) {
        List<String> structure = new ArrayList<>();
        figures.items()
                .forEach(item -> structure.add(item.item() + " " + item.n() + " " + item.withheld() + " "
                        + (item.sum() == null) + (item.counts() == null)));
        figures.scales().forEach(scale -> {
            var spread = scale.spread();
            var agreement = spread == null ? null : spread.agreement();
            structure.add(scale.construct() + " " + scale.n() + " " + (spread == null) + " "
                    + (agreement == null ? "none" : agreement.n()));
        });
        figures.pairs().forEach(pair -> structure.add(pair.pattern() + " " + pair.n()));
        return structure;
    }

    private static ItemFigures item(BlockFigures figures, String id) {
        return figures.items().stream()
                .filter(item -> item.item().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @SafeVarargs
    private static BlockFigures figures(PulseRules rules, List<Map<String, Integer>>... rows) {
        List<Map<String, Integer>> all = Stream.of(rows).flatMap(List::stream).toList();
        return new BlockFigures(rules, INSTRUMENT, Calibration.DEFAULT, Asked.items(INSTRUMENT), all);
    }

    /** @param answers such as {@code a1=4 a2=5} */
    private static List<Map<String, Integer>> rows(int people, String answers) {
        Map<String, Integer> row = new HashMap<>();
        for (var answer : answers.split(" ", -1)) {
            var parts = answer.split("=", -1);
            row.put(parts[0], Integer.valueOf(parts[1]));
        }
        return Asked.times(people, row);
    }
}
