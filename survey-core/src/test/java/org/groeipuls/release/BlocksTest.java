package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final List<String> FORM = List.of("a1", "a2", "a3");
    private static final AskedUnit CITY = Asked.unit("city", null);
    private static final AskedUnit WORKS = Asked.unit("works", "city");
    private static final AskedUnit CARE = Asked.unit("care", "city");

    @Test
    void groups_of_five_answers_and_more_stand_alone() {
        assertThat(blocks(List.of(CITY), "parks city 5", "roads city 6"))
                .containsExactly("parks@city 5", "roads@city 6");
    }

    @Test
    void a_group_with_too_few_is_merged_with_its_smallest_sibling() {
        assertThat(blocks(List.of(CITY), "big city 12", "few city 4", "small city 6"))
                .containsExactly("big@city 12", "few+small@city 10");
    }

    @Test
    void of_two_smallest_siblings_the_first_by_id_is_taken() {
        assertThat(blocks(List.of(CITY), "c city 6", "b city 6", "z city 0")).containsExactly("b+z@city 6", "c@city 6");
    }

    @Test
    void two_small_groups_are_merged_and_leave_the_large_one_alone() {
        assertThat(blocks(List.of(CITY), "a city 2", "b city 3", "large city 9"))
                .containsExactly("a+b@city 5", "large@city 9");
    }

    @Test
    void merging_goes_on_until_there_are_enough() {
        assertThat(blocks(List.of(CITY), "a city 1", "b city 1", "c city 1", "d city 7"))
                .containsExactly("a+b+c+d@city 10");
    }

    @Test
    void without_a_sibling_a_group_is_passed_to_the_unit_above() {
        assertThat(blocks(List.of(CITY, WORKS, CARE), "parks works 3", "nurses care 4", "cooks care 8"))
                .containsExactly("cooks+nurses@care 12", "parks@works 3");
        assertThat(blocks(List.of(CITY, WORKS, CARE), "parks works 3", "nurses care 4", "leads.city city 6"))
                .containsExactly("leads.city@city 6", "nurses+parks@city 7");
    }

    @Test
    void what_a_unit_passes_up_does_not_open_blocks_that_are_settled() {
        assertThat(blocks(List.of(CITY, WORKS, CARE), "parks works 3", "nurses care 7", "leads.city city 5"))
                .containsExactly("leads.city+parks@city 8", "nurses@care 7");
    }

    @Test
    void the_leads_of_a_unit_count_as_one_of_its_children() {
        assertThat(blocks(List.of(CITY), "leads.city city 2", "parks city 8"))
                .containsExactly("leads.city+parks@city 10");
    }

    @Test
    void a_unit_without_any_group_changes_nothing() {
        assertThat(blocks(List.of(CITY, WORKS, CARE), "parks works 5")).containsExactly("parks@works 5");
    }

    @Test
    void a_higher_minimum_merges_more() {
        var issued = Asked.pulse(
                Asked.banded(8),
                List.of(CITY),
                List.of(Asked.group("a", "city", 20, FORM), Asked.group("b", "city", 20, FORM)));
        assertThat(Blocks.of(issued, Map.of(new GroupId("a"), 7, new GroupId("b"), 9)))
                .extracting(Block::id)
                .containsExactly("a+b");
    }

    @Test
    void a_merged_block_releases_only_items_that_every_group_was_asked() {
        var issued = Asked.pulse(
                Asked.banded(5),
                List.of(CITY),
                List.of(
                        Asked.group("a", "city", 9, List.of("a1", "a2", "a3")),
                        Asked.group("b", "city", 9, List.of("a3", "h", "a1"))));
        var blocks = Blocks.of(issued, Map.of(new GroupId("a"), 4, new GroupId("b"), 9));
        assertThat(blocks).singleElement().satisfies(block -> {
            assertThat(block.items()).containsExactly("a1", "a3");
            assertThat(block.merged()).isTrue();
            assertThat(block.eligible()).isEqualTo(18);
        });
    }

    /** Seeded organisations: everyone is in exactly one block, only what is left at a root is small, and no block could do with less. */
    @Test
    void in_every_organisation_everyone_is_in_exactly_one_block() {
        var chance = new Random(3);
        int merged = 0;
        int withheld = 0;
        for (int organisation = 0; organisation < 500; organisation++) {
            var issued = organisation(chance);
            Map<GroupId, Integer> answers = new HashMap<>();
            issued.groups().forEach(group -> answers.put(group.group(), chance.nextInt(12)));
            var blocks = Blocks.of(issued, answers);
            int k = issued.rules().minimumGroup();

            List<GroupId> counted =
                    blocks.stream().flatMap(block -> block.groupIds().stream()).toList();
            assertThat(counted)
                    .containsExactlyInAnyOrderElementsOf(
                            issued.groups().stream().map(AskedGroup::group).toList());
            var small = blocks.stream().filter(block -> block.answers() < k).toList();
            assertThat(small.size()).isLessThanOrEqualTo(roots(issued));
            for (var block : blocks) {
                assertThat(block.answers())
                        .isEqualTo(block.groups().stream()
                                .mapToInt(group -> answers.getOrDefault(group.group(), 0))
                                .sum());
                assertThat(block.unit()).isEqualTo(lowestUnitOf(block, issued));
                if (block.merged()) {
                    assertThat(block.groups()).anyMatch(group -> answers.getOrDefault(group.group(), 0) < k);
                }
                merged += block.merged() ? 1 : 0;
            }
            withheld += small.size();
        }
        assertThat(merged).isGreaterThan(100);
        assertThat(withheld).isGreaterThan(10);
    }

    @Test
    void blocks_do_not_hang_on_the_order_in_which_units_and_groups_are_named() {
        var chance = new Random(4);
        for (int organisation = 0; organisation < 200; organisation++) {
            var issued = organisation(chance);
            Map<GroupId, Integer> answers = new HashMap<>();
            issued.groups().forEach(group -> answers.put(group.group(), chance.nextInt(8)));
            List<AskedUnit> units = new ArrayList<>(issued.units());
            List<AskedGroup> groups = new ArrayList<>(issued.groups());
            Collections.shuffle(units, chance);
            Collections.shuffle(groups, chance);
            assertThat(words(Blocks.of(Asked.pulse(issued.rules(), units, groups), answers)))
                    .isEqualTo(words(Blocks.of(issued, answers)));
        }
    }

    private static PulseIssued organisation(Random chance) {
        List<AskedUnit> units = new ArrayList<>();
        int many = 1 + chance.nextInt(8);
        for (int unit = 0; unit < many; unit++) {
            boolean root = unit == 0 || chance.nextInt(10) == 0;
            units.add(Asked.unit("u" + unit, root ? null : "u" + chance.nextInt(unit)));
        }
        List<AskedGroup> groups = new ArrayList<>();
        int most = 1 + chance.nextInt(20);
        for (int group = 0; group < most; group++) {
            groups.add(Asked.group("g" + group, "u" + chance.nextInt(many), 12, FORM));
        }
        return Asked.pulse(Asked.banded(5 + chance.nextInt(3)), units, groups);
    }

    private static int roots(PulseIssued issued) {
        return (int)
                issued.units().stream().filter(unit -> unit.parent() == null).count();
    }

    private static org.groeipuls.team.UnitId lowestUnitOf(Block block, PulseIssued issued) {
        List<List<org.groeipuls.team.UnitId>> paths = block.groups().stream()
                .map(group -> upwards(group.unit(), issued))
                .toList();
        return paths.getFirst().stream()
                .filter(unit -> paths.stream().allMatch(path -> path.contains(unit)))
                .findFirst()
                .orElseThrow();
    }

    private static List<org.groeipuls.team.UnitId> upwards(org.groeipuls.team.UnitId from, PulseIssued issued) {
        List<org.groeipuls.team.UnitId> path = new ArrayList<>();
        var at = java.util.Optional.of(from);
        while (at.isPresent()) {
            var unit = at.get();
            path.add(unit);
            at = issued.units().stream()
                    .filter(asked -> asked.unit().equals(unit))
                    .flatMap(asked -> Stream.ofNullable(asked.parent()))
                    .findFirst();
        }
        return path;
    }

    /** @param groups id, unit and number of answers */
    private static List<String> blocks(List<AskedUnit> units, String... groups) {
        List<AskedGroup> asked = new ArrayList<>();
        Map<GroupId, Integer> answers = new HashMap<>();
        for (var group : groups) {
            var words = group.split(" ", -1);
            asked.add(Asked.group(words[0], words[1], 20, FORM));
            answers.put(new GroupId(words[0]), Integer.valueOf(words[2]));
        }
        return words(Blocks.of(Asked.pulse(Asked.banded(5), units, asked), answers));
    }

    private static List<String> words(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.id() + "@" + block.unit().value() + " " + block.answers())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }
}
