package org.groeipuls.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextUnitsTest {
    private static AskedUnit unit(String id, @Nullable String parent) {
        return new AskedUnit(new UnitId(id), id, parent == null ? null : new UnitId(parent));
    }

    private static AskedGroup group(String id, String unit, int eligible) {
        return Order.group(id, new UnitId(unit), eligible, id);
    }

    private static List<String> named(List<TextUnit> units) {
        return units.stream()
                .map(unit -> unit.unit().value() + " " + unit.eligible() + " "
                        + unit.groups().stream().map(group -> group.value()).toList())
                .toList();
    }

    private static final List<AskedUnit> CITY =
            List.of(unit("city", null), unit("care", "city"), unit("works", "city"), unit("roads", "works"));

    @Test
    void people_write_in_the_name_of_the_lowest_unit_with_two_groups_and_ten_people() {
        assertThat(named(TextUnits.of(
                        CITY,
                        List.of(
                                group("a", "care", 8),
                                group("b", "care", 9),
                                group("c", "works", 8),
                                group("d", "works", 12)))))
                .containsExactly("care 17 [a, b]", "works 20 [c, d]");
    }

    @Test
    void a_group_alone_writes_in_the_name_of_the_unit_above_for_there_its_name_would_be_the_group() {
        assertThat(named(TextUnits.of(
                        CITY, List.of(group("a", "roads", 40), group("b", "works", 8), group("c", "care", 30)))))
                .containsExactly("city 30 [c]", "works 48 [a, b]");
    }

    @Test
    void who_is_left_over_at_the_top_is_joined_by_the_smallest_unit() {
        assertThat(named(TextUnits.of(
                        CITY,
                        List.of(
                                group("leads", "city", 3),
                                group("a", "care", 8),
                                group("b", "care", 9),
                                group("c", "works", 8),
                                group("d", "works", 12)))))
                .containsExactly("city 20 [a, b, leads]", "works 20 [c, d]");
    }

    @Test
    void nobody_writes_where_they_are_fewer_than_ten_altogether() {
        assertThat(TextUnits.of(CITY, List.of(group("a", "care", 6), group("leads", "city", 3))))
                .isEmpty();
        assertThat(TextUnits.of(CITY, List.of())).isEmpty();
    }

    @Test
    void whatever_the_organisation_everybody_writes_in_one_unit_of_ten_or_nobody_in_that_tree_does() {
        var chance = new Random(20261126);
        for (int round = 0; round < 2_000; round++) {
            List<AskedUnit> units = new ArrayList<>();
            List<AskedGroup> groups = new ArrayList<>();
            for (int at = 0; at < 1 + chance.nextInt(7); at++) {
                units.add(unit("u" + at, at == 0 ? null : "u" + chance.nextInt(at)));
            }
            for (int at = 0; at < chance.nextInt(9); at++) {
                groups.add(group("g" + at, "u" + chance.nextInt(units.size()), 1 + chance.nextInt(15)));
            }
            var found = TextUnits.of(units, groups);
            assertThat(found).allMatch(unit -> unit.eligible() >= 10);
            var placed = found.stream().flatMap(unit -> unit.groups().stream()).toList();
            assertThat(placed).doesNotHaveDuplicates();
            int people = groups.stream().mapToInt(AskedGroup::eligible).sum();
            assertThat(new TreeSet<>(placed))
                    .isEqualTo(
                            people < 10
                                    ? new TreeSet<>()
                                    : new TreeSet<>(Stream.of(groups.toArray(AskedGroup[]::new))
                                            .map(AskedGroup::group)
                                            .toList()));
        }
    }
}
