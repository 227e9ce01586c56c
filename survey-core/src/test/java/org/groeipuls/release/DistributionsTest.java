package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.Test;

class DistributionsTest {
    private static final List<String> FORM = List.of("a1", "h");
    private static final List<AskedUnit> UNITS =
            List.of(Asked.unit("city", null), Asked.unit("works", "city"), Asked.unit("care", "city"));

    @Test
    void the_lowest_units_of_a_hundred_are_drawn_and_the_rest_above_them() {
        var drawn = draw(1, "parks works 60", "roads works 40", "nurses care 70", "cooks care 29", "desk city 1");
        assertThat(drawn)
                .extracting(part -> part.unit().value() + " " + part.n())
                .containsExactly("works 100", "city 100");
    }

    @Test
    void no_two_parts_have_a_group_in_common() {
        var drawn = draw(1, "parks works 100", "roads works 140", "nurses care 170", "desk city 110");
        List<GroupId> groups =
                drawn.stream().flatMap(part -> part.groups().stream()).toList();
        assertThat(groups).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void a_part_of_ninety_nine_is_not_drawn() {
        assertThat(draw(1, "parks works 60", "roads works 39")).isEmpty();
    }

    @Test
    void the_same_chance_gives_the_same_noise_and_another_gives_another() {
        String[] groups = {"parks works 120", "nurses care 100"};
        assertThat(draw(5, groups)).isEqualTo(draw(5, groups)).isNotEqualTo(draw(6, groups));
    }

    @Test
    void a_part_shows_only_items_that_everyone_in_it_was_asked() {
        Map<Block, List<Map<String, Integer>>> rows = new LinkedHashMap<>();
        List<AskedGroup> asked = new ArrayList<>();
        put(rows, asked, "parks works 60", FORM);
        put(rows, asked, "roads works 60", List.of("h"));
        var drawn = Distributions.of(Asked.pulse(Asked.banded(5), UNITS, asked), rows, new SplittableRandom(1));
        assertThat(drawn)
                .singleElement()
                .satisfies(part ->
                        assertThat(part.items()).extracting(item -> item.item()).containsExactly("h"));
    }

    /** P(x) = (1 - a)/(1 + a)·a^|x| with a = e^(-1/2): mean 0, variance 2a/(1 - a)², P(0) = (1 - a)/(1 + a). */
    @Test
    void the_noise_is_two_sided_geometric_of_scale_two() {
        double a = Math.exp(-.5);
        double sum = 0;
        double squares = 0;
        int[] sizes = new int[6];
        int draws = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            for (var item : draw(seed, "parks works 100").getFirst().items()) {
                for (int answer = 1; answer <= 5; answer++) {
                    int truth = answer == 3 ? 100 : 0;
                    int noise = item.counts().get(answer - 1) - truth;
                    sum += noise;
                    squares += (double) noise * noise;
                    if (Math.abs(noise) < sizes.length) {
                        sizes[Math.abs(noise)]++;
                    }
                    draws++;
                }
            }
        }
        double variance = 2 * a / ((1 - a) * (1 - a));
        assertThat(sum / draws).isCloseTo(0, offset(5 * Math.sqrt(variance / draws)));
        assertThat(squares / draws).isCloseTo(variance, offset(.03 * variance));
        for (int size = 0; size < sizes.length; size++) {
            double expected = (1 - a) / (1 + a) * Math.pow(a, size) * (size == 0 ? 1 : 2);
            assertThat(sizes[size] / (double) draws)
                    .as("|noise| = %d", size)
                    .isCloseTo(expected, offset(5 * Math.sqrt(expected / draws)));
        }
    }

    private static List<UnitDistribution> draw(int seed, String... groups) {
        Map<Block, List<Map<String, Integer>>> rows = new LinkedHashMap<>();
        List<AskedGroup> asked = new ArrayList<>();
        for (var group : groups) {
            put(rows, asked, group, FORM);
        }
        return Distributions.of(Asked.pulse(Asked.banded(5), UNITS, asked), rows, new SplittableRandom(seed));
    }

    private static void put(
            Map<Block, List<Map<String, Integer>>> rows, List<AskedGroup> asked, String group, List<String> form) {
        var words = group.split(" ", -1);
        int people = Integer.parseInt(words[2]);
        var one = Asked.group(words[0], words[1], people, form);
        asked.add(one);
        Map<String, Integer> row = new HashMap<>();
        form.forEach(item -> row.put(item, 3));
        rows.put(new Block(one.unit(), List.of(one), people), Asked.times(people, row));
    }
}
