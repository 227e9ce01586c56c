package org.groeipuls.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.team.GroupProposal.Part;
import org.groeipuls.team.GroupProposal.Reason;
import org.junit.jupiter.api.Test;

class GroupProposalTest {
    private static final UnitId CITY = new UnitId("city");
    private static final UnitId WORKS = new UnitId("works");
    private static final UnitId CARE = new UnitId("care");
    private static final Map<UnitId, UnitId> PARENTS = Map.of(WORKS, CITY, CARE, CITY);

    private static Part team(String id, UnitId unit, int size, String... leads) {
        return new Part(
                new TreeSet<>(List.of(new TeamId(id))), unit, new TreeSet<>(List.of(leads)), size, Reason.AS_IT_IS);
    }

    private static List<String> proposed(Part... parts) {
        return GroupProposal.of(List.of(parts), PARENTS).stream()
                .map(part ->
                        part.teams().stream().map(TeamId::value).toList() + " " + part.size() + " " + part.reason())
                .toList();
    }

    @Test
    void what_is_large_enough_stays_as_it_is() {
        assertThat(proposed(team("a", WORKS, 8, "x"), team("b", WORKS, 40, "x")))
                .containsExactly("[a] 8 AS_IT_IS", "[b] 40 AS_IT_IS");
    }

    @Test
    void small_teams_with_the_same_lead_stand_together_before_neighbours_do() {
        assertThat(proposed(
                        team("a", WORKS, 4, "x"),
                        team("b", WORKS, 5, "y"),
                        team("c", WORKS, 5, "x"),
                        team("d", WORKS, 3, "y")))
                .containsExactly("[a, c] 9 SAME_LEAD", "[b, d] 8 SAME_LEAD");
        assertThat(proposed(team("a", WORKS, 4, "x"), team("b", WORKS, 5, "y"))).containsExactly("[a, b] 9 NEIGHBOURS");
    }

    @Test
    void six_or_seven_people_without_a_small_neighbour_stay_alone() {
        assertThat(proposed(team("a", WORKS, 7, "x"), team("b", WORKS, 12, "y")))
                .containsExactly("[a] 7 AS_IT_IS", "[b] 12 AS_IT_IS");
    }

    @Test
    void fewer_than_six_join_the_smallest_group_of_their_unit() {
        assertThat(proposed(team("a", WORKS, 3, "x"), team("b", WORKS, 12, "y"), team("c", WORKS, 9, "z")))
                .containsExactly("[a, c] 12 NEIGHBOURS", "[b] 12 AS_IT_IS");
        assertThat(proposed(team("a", WORKS, 3, "x"), team("b", WORKS, 12, "x"), team("c", WORKS, 9, "z")))
                .containsExactly("[a, b] 15 SAME_LEAD", "[c] 9 AS_IT_IS");
    }

    @Test
    void what_finds_nobody_in_its_unit_looks_in_the_unit_above() {
        assertThat(proposed(team("a", WORKS, 4, "x"), team("b", CARE, 5, "y"))).containsExactly("[a, b] 9 NEIGHBOURS");
        assertThat(proposed(team("a", WORKS, 4, "x"))).containsExactly("[a] 4 AS_IT_IS");
    }

    @Test
    void everybody_is_proposed_once_and_nobody_stays_too_small_who_could_be_combined() {
        var chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < 1 + chance.nextInt(14); i++) {
                parts.add(team(
                        "t" + i,
                        chance.nextBoolean() ? WORKS : CARE,
                        1 + chance.nextInt(12),
                        "lead" + chance.nextInt(4)));
            }

            var proposal = GroupProposal.of(parts, PARENTS);

            assertThat(proposal.stream().flatMap(part -> part.teams().stream()))
                    .containsExactlyInAnyOrderElementsOf(parts.stream()
                            .flatMap(part -> part.teams().stream())
                            .toList());
            assertThat(proposal.stream().mapToInt(Part::size).sum())
                    .isEqualTo(parts.stream().mapToInt(Part::size).sum());
            if (proposal.size() > 1) {
                assertThat(Stream.of(proposal).flatMap(List::stream))
                        .as(parts.toString())
                        .allMatch(part -> part.size() >= Group.SMALLEST);
            }
        }
    }
}
