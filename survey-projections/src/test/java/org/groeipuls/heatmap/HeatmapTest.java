package org.groeipuls.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.heatmap.Heatmap.Cell;
import org.groeipuls.heatmap.Heatmap.Certainty;
import org.groeipuls.heatmap.Heatmap.Row;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A city with two departments; east has a part of its own. Every team is named after the unit it stands in. */
class HeatmapTest {
    private static final Organisation CITY = new Organisation(
            List.of(unit("west", "city"), unit("city", null), unit("east-side", "east"), unit("east", "city")),
            List.of(team("t-west", "west"), team("t-east", "east"), team("t-side", "east-side")),
            List.of());

    @Test
    void units_come_in_the_order_of_their_ids_and_only_those_that_may_be_shown() {
        var rows = Heatmap.of(List.of(), CITY, unit -> !unit.value().equals("east-side"))
                .rows();

        assertThat(rows).extracting(row -> row.unit().value()).containsExactly("city", "east", "west");
        assertThat(rows).extracting(Row::cells).allMatch(List::isEmpty);
    }

    @Test
    void a_level_is_the_mean_of_lines_by_how_many_people_were_asked_and_so_is_its_variance() {
        var cell = cell("city", standing(10, 3, 3.0, .04, "t-west"), standing(30, 3, 4.0, .01, "t-east"));

        assertThat(cell.groups()).isEqualTo(2);
        assertThat(cell.level()).isCloseTo(3.75, within(1e-9));
        double se = Math.sqrt(.25 * .25 * .04 + .75 * .75 * .01);
        var band = java.util.Objects.requireNonNull(cell.band());
        assertThat(band.low()).isCloseTo(3.75 - 1.645 * se, within(1e-4));
        assertThat(band.high()).isCloseTo(3.75 + 1.645 * se, within(1e-4));
    }

    @Test
    void a_unit_is_above_or_below_the_middle_only_when_its_whole_band_is() {
        assertThat(cell("west", standing(10, 3, 3.2, .01, "t-west")).certainty())
                .isEqualTo(Certainty.ABOVE);
        assertThat(cell("west", standing(10, 3, 3.1, .01, "t-west")).certainty())
                .isEqualTo(Certainty.EITHER);
        assertThat(cell("west", standing(10, 3, 2.9, .01, "t-west")).certainty())
                .isEqualTo(Certainty.EITHER);
        assertThat(cell("west", standing(10, 3, 2.8, .01, "t-west")).certainty())
                .isEqualTo(Certainty.BELOW);
    }

    @Test
    void a_unit_holds_the_groups_of_the_units_below_it() {
        var standings = List.of(standing(10, 3, 3, .01, "t-east"), standing(10, 3, 3, .01, "t-side"));

        assertThat(cells("east", standings)).extracting(Cell::groups).containsExactly(2);
        assertThat(cells("east-side", standings)).extracting(Cell::groups).containsExactly(1);
        assertThat(cells("west", standings)).isEmpty();
    }

    @Test
    void a_group_with_teams_in_two_units_is_in_the_unit_above_both_and_in_neither() {
        var standings = List.of(standing(10, 3, 3, .01, "t-west", "t-side"));

        assertThat(cells("city", standings)).hasSize(1);
        assertThat(cells("west", standings)).isEmpty();
        assertThat(cells("east", standings)).isEmpty();
    }

    @Test
    void leads_and_teams_that_are_gone_are_in_no_unit() {
        assertThat(cells("city", List.of(standing(10, 3, 3, .01)))).isEmpty();
        assertThat(cells("city", List.of(standing(10, 3, 3, .01, "t-gone")))).isEmpty();
    }

    @Test
    void a_line_says_something_from_its_third_point_on() {
        assertThat(cells("west", List.of(standing(10, 2, 4, .01, "t-west")))).isEmpty();
        assertThat(cells("west", List.of(standing(10, 3, 4, .01, "t-west")))).hasSize(1);
    }

    @Test
    void constructs_come_in_the_order_of_their_names_each_with_its_own_lines() {
        var other = new Standing(
                new GroupId("t-west"),
                new TreeSet<>(List.of(new TeamId("t-west"))),
                "boldness",
                10,
                3,
                2,
                2,
                .01,
                LocalDate.EPOCH,
                "default@1");

        assertThat(cells("west", List.of(standing(10, 3, 4, .01, "t-west"), other)))
                .extracting(cell -> cell.construct() + " " + cell.level())
                .containsExactly("boldness 2.0", "candour 4.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader-role-modelling", "vision"})
    void a_single_leader_cannot_be_had_by_taking_one_unit_from_another_or_one_day_from_the_next(String construct) {
        var three = List.of(
                about(construct, 10, 3, 4.0, .01, "t-east"),
                about(construct, 10, 3, 4.0, .01, "t-side"),
                about(construct, 10, 3, 4.0, .01, "t-east", "t-side"),
                about(construct, 10, 3, 2.0, .01, "t-west"));
        var map = Heatmap.of(three, CITY, unit -> !unit.value().equals("east-side"));
        assertThat(map.rows().stream().mapToInt(row -> row.cells().size()).sum())
                .isEqualTo(3);

        var rows = map.inWords(CITY).rows();
        assertThat(rows.getFirst().cells())
                .as("the city has shown units below it")
                .isEmpty();
        assertThat(rows.get(1).cells()).containsExactly(new Cell(construct, 3, null, null, Certainty.ABOVE));
        assertThat(rows.getLast().cells()).as("one group is one leader").isEmpty();
    }

    @Test
    void who_may_see_no_single_group_gets_words_and_no_number_that_a_moved_team_could_be_taken_from() {
        var map = Heatmap.of(
                List.of(standing(10, 3, 4.0, .01, "t-west"), standing(10, 3, 2.0, .01, "t-east")), CITY, any -> true);

        var cells = map.inWords(CITY).rows().stream()
                .flatMap(row -> row.cells().stream())
                .toList();

        assertThat(cells)
                .extracting(Cell::certainty)
                .containsExactly(Certainty.EITHER, Certainty.BELOW, Certainty.ABOVE);
        assertThat(cells).allMatch(cell -> cell.level() == null && cell.band() == null);
    }

    private static Cell cell(String unit, Standing... standings) {
        return cells(unit, List.of(standings)).getFirst();
    }

    private static List<Cell> cells(String unit, List<Standing> standings) {
        return Heatmap.of(standings, CITY, shown -> shown.value().equals(unit))
                .rows()
                .getFirst()
                .cells();
    }

    private static Standing standing(int eligible, int own, double level, double variance, String... teams) {
        return about("candour", eligible, own, level, variance, teams);
    }

    private static Standing about(
            String construct, int eligible, int own, double level, double variance, String... teams) {
        return new Standing(
                new GroupId(teams.length == 0 ? "leads.city" : teams[0]),
                new TreeSet<>(Arrays.stream(teams).map(TeamId::new).toList()),
                construct,
                eligible,
                own,
                level,
                level,
                variance,
                LocalDate.EPOCH,
                "default@1");
    }

    private static KnownUnit unit(String id, @Nullable String parent) {
        return new KnownUnit(new UnitId(id), "Unit " + id, parent == null ? null : new UnitId(parent), 0);
    }

    private static KnownTeam team(String id, String unit) {
        return new KnownTeam(new TeamId(id), id, new UnitId(unit), 10);
    }
}
