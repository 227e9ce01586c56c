package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.PairMoments;
import org.groeipuls.scoring.ScaleMoments;
import org.junit.jupiter.api.Test;

/** Under {@code exact}: no sum or difference of released figures is a figure for one to k-1 people. */
class DifferencingTest {
    private static final int K = 5;
    private static final int BLOCKS_PER_INSTRUMENT = 60;

    /** Two scales with a pair across them; one of four items; two pairs that share a side; a pair of single items. */
    private static final List<Instrument> INSTRUMENTS = List.of(
            Asked.instrument(
                    List.of(Asked.pair("M1", List.of("a1", "a2"), List.of("b1", "b2"))), "a1", "a2", "-a3", "b1", "b2"),
            Asked.instrument(List.of(), "a1", "-a2", "a3", "a4", "=h"),
            Asked.instrument(
                    List.of(
                            Asked.pair("M1", List.of("a1", "a2"), List.of("b1", "b2")),
                            Asked.pair("M2", List.of("a1", "a2"), List.of("c1"))),
                    "a1",
                    "a2",
                    "b1",
                    "b2",
                    "c1"),
            Asked.instrument(List.of(Asked.pair("M3", List.of("a1"), List.of("a2"))), "a1", "a2", "a3", "=h"));

    @Test
    void no_difference_of_released_figures_is_a_figure_for_a_few() {
        int figures = 0;
        var chance = new Random(27);
        for (var instrument : INSTRUMENTS) {
            for (int block = 0; block < BLOCKS_PER_INSTRUMENT; block++) {
                var answered = block(instrument, chance);
                var ours = ours(instrument);
                figures += ours.apply(rows(answered)).size();
                assertThat(new Attacker(K, ours).findsAFigureForAFew(answered))
                        .as("%s", answered)
                        .isEmpty();
            }
        }
        assertThat(figures).as("something was there to attack").isGreaterThan(1_000);
    }

    @Test
    void the_same_attack_succeeds_on_a_release_that_never_withholds() {
        int found = 0;
        var chance = new Random(27);
        for (var instrument : INSTRUMENTS) {
            int before = found;
            for (int block = 0; block < BLOCKS_PER_INSTRUMENT; block++) {
                var attacker = new Attacker(K, naive(instrument));
                found += attacker.findsAFigureForAFew(block(instrument, chance)).isPresent() ? 1 : 0;
            }
            assertThat(found).as("%s", Asked.items(instrument)).isGreaterThan(before);
        }
    }

    /** People of up to four kinds: who answered all items, and who left out the same ones. */
    private static List<Set<String>> block(Instrument instrument, Random chance) {
        List<Set<String>> people = new ArrayList<>();
        int kinds = 1 + chance.nextInt(4);
        for (int kind = 0; kind < kinds; kind++) {
            Set<String> items = new HashSet<>(Asked.items(instrument));
            if (kind > 0 || chance.nextInt(4) == 0) {
                items.removeIf(item -> chance.nextInt(3) == 0);
            }
            people.addAll(Asked.times(1 + chance.nextInt(8), Set.copyOf(items)));
        }
        return people;
    }

    private static List<Map<String, Integer>> rows(List<Set<String>> answered) {
        return answered.stream().map(DifferencingTest::allThrees).toList();
    }

    private static Map<String, Integer> allThrees(Set<String> items) {
        Map<String, Integer> row = new TreeMap<>();
        items.forEach(item -> row.put(item, 3));
        return row;
    }

    private static Function<List<Map<String, Integer>>, SortedMap<String, Double>> ours(Instrument instrument) {
        return rows -> Attacker.named(
                new BlockFigures(Asked.exact(K, K), instrument, Calibration.DEFAULT, Asked.items(instrument), rows),
                rows);
    }

    /** Releases every figure that at least k people stand behind, and never looks at the others. */
    private static Function<List<Map<String, Integer>>, SortedMap<String, Double>> naive(Instrument instrument) {
        return rows -> {
            SortedMap<String, Double> named = new TreeMap<>();
            for (var item : Asked.items(instrument)) {
                var answers = rows.stream().filter(row -> row.containsKey(item)).toList();
                if (answers.size() >= K) {
                    named.put(
                            item,
                            answers.stream()
                                    .mapToDouble(row -> row.getOrDefault(item, 0))
                                    .sum());
                }
            }
            for (var construct : instrument.constructs()) {
                var items = instrument.scored(construct.key(), Asked.items(instrument));
                var moments = ScaleMoments.of(BlockFigures.scale(construct.key(), items), rows, Calibration.DEFAULT);
                if (items.size() >= 2 && moments.n() >= K) {
                    named.put(construct.key(), moments.sumRaw());
                }
            }
            for (var pair : instrument.patterns()) {
                var say = pair.say().stream().map(instrument::item).toList();
                var does = pair.does().stream().map(instrument::item).toList();
                var moments = PairMoments.of(BlockFigures.scale("say", say), BlockFigures.scale("do", does), rows);
                if (moments.n() >= K) {
                    named.put(pair.code() + " say", moments.sumSay());
                    named.put(pair.code() + " do", moments.sumDo());
                }
            }
            return named;
        };
    }
}
