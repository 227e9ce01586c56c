package org.groeipuls.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.development.Aim;
import org.groeipuls.development.Wanted;
import org.groeipuls.followup.GoalTrend.Moved;
import org.groeipuls.followup.GoalTrend.Withheld;
import org.groeipuls.heatmap.Heatmap;
import org.groeipuls.heatmap.Heatmap.Certainty;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.scoring.Change;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.PlantedTrends;
import org.groeipuls.trend.Standing;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A city with the teams a, b and c in west and d in east; a goal counts from before pulse 5 on. */
class GoalTrendTest {
    private static final String CONSTRUCT = "candour";
    private static final double GAP = Double.NaN;
    private static final UnitId CITY = new UnitId("city");
    private static final UnitId WEST = new UnitId("west");
    private static final Organisation NOW = new Organisation(
            List.of(new KnownUnit(CITY, "City", null, 0), new KnownUnit(WEST, "West", CITY, 0), east()),
            Stream.of("a", "b", "c", "d")
                    .map(id -> new KnownTeam(new TeamId(id), id, id.equals("d") ? east().unit() : WEST, 10))
                    .toList(),
            List.of());

    private final PlantedTrends planted = new PlantedTrends();

    @AfterEach
    void close() {
        planted.close();
    }

    private static KnownUnit east() {
        return new KnownUnit(new UnitId("east"), "East", CITY, 0);
    }

    private void moved(int after, String construct, double... changes) {
        for (int at = 0; at < changes.length; at++) {
            planted.step(String.valueOf((char) ('a' + at)), construct, 4, 3.4, after, 3.4 + changes[at]);
        }
    }

    private GoalTrend trend(UnitId unit, String construct, @Nullable Double level) {
        var from = PlantedTrends.before(5);
        var today = LocalDate.parse("2030-01-01");
        var aim = new Aim(
                new WordingId("name"),
                construct,
                unit,
                level == null ? Wanted.RISE : null,
                level,
                from,
                from.plusDays(300),
                null);
        var map = Heatmap.of(planted.trends().standings(today), NOW, any -> true);
        return GoalTrend.of(aim, unit, map, planted.trends(), NOW, today);
    }

    @Test
    void a_unit_of_which_all_groups_rose_has_risen_and_one_that_fell_is_said_to_have_fallen() {
        moved(6, CONSTRUCT, .5, .4, .6);
        assertThat(trend(WEST, CONSTRUCT, null).moved()).isEqualTo(Moved.RISEN);
        moved(6, "other", -.5, -.4, -.6);
        assertThat(trend(WEST, "other", null).moved()).isEqualTo(Moved.FALLEN);
    }

    @Test
    void a_unit_that_stayed_is_about_the_same() {
        moved(6, CONSTRUCT, .1, -.1, 0);
        assertThat(trend(WEST, CONSTRUCT, null).moved()).isEqualTo(Moved.ABOUT_THE_SAME);
    }

    @Test
    void before_all_groups_reached_a_checkpoint_it_cannot_be_told() {
        moved(2, CONSTRUCT, .9, .9, .9);
        assertThat(trend(WEST, CONSTRUCT, null).moved()).isEqualTo(Moved.CANNOT_TELL_YET);
    }

    @Test
    void with_fewer_than_three_points_before_the_goal_it_cannot_be_told_however_far_they_fell() {
        for (var group : List.of("a", "b", "c")) {
            planted.line(group, CONSTRUCT, GAP, GAP, GAP, 3.4, 2.4, 2.4, 2.4);
        }
        assertThat(trend(WEST, CONSTRUCT, null).moved()).isEqualTo(Moved.CANNOT_TELL_YET);
    }

    @Test
    void where_fewer_than_half_answer_in_one_group_it_cannot_be_told_of_the_unit() {
        moved(6, CONSTRUCT, .5, .4);
        planted.answering(.3);
        planted.step("c", CONSTRUCT, 4, 3.4, 6, 4);
        assertThat(trend(WEST, CONSTRUCT, null).moved()).isEqualTo(Moved.CANNOT_TELL_YET);
    }

    @Test
    void where_too_many_came_and_went_in_one_group_it_cannot_be_told_of_the_unit() {
        moved(6, CONSTRUCT, .5, .4);
        planted.joining(2);
        planted.step("c", CONSTRUCT, 4, 3.4, 6, 4);
        assertThat(trend(WEST, CONSTRUCT, null).moved()).isEqualTo(Moved.CANNOT_TELL_YET);
    }

    @Test
    void of_one_group_and_of_two_nothing_is_said() {
        moved(6, CONSTRUCT, .5, .5);
        assertThat(trend(WEST, CONSTRUCT, null)).isEqualTo(new GoalTrend(null, null, Withheld.TOO_FEW));
        moved(6, "other", .5, .5, .5, .5);
        assertThat(trend(east().unit(), "other", null).withheld()).isEqualTo(Withheld.TOO_FEW);
    }

    @Test
    void against_a_level_it_is_said_on_which_side_of_it_the_unit_is() {
        moved(6, CONSTRUCT, .5, .4, .6);
        assertThat(trend(WEST, CONSTRUCT, 3.5).side()).isEqualTo(Certainty.ABOVE);
        assertThat(trend(WEST, CONSTRUCT, 4.5).side()).isEqualTo(Certainty.BELOW);
        assertThat(trend(WEST, CONSTRUCT, null).side()).as("of the middle").isEqualTo(Certainty.ABOVE);
    }

    @Test
    void of_leaders_only_a_side_is_said_and_nothing_where_a_unit_below_could_be_taken_away() {
        for (var leaders : List.of("leader-role-modelling", "vision")) {
            moved(6, leaders, .5, .4, .6, .5);
            assertThat(trend(WEST, leaders, null)).isEqualTo(new GoalTrend(null, Certainty.ABOVE, null));
            assertThat(trend(CITY, leaders, null).withheld()).isEqualTo(Withheld.LEADERS);
        }
    }

    @Test
    void changes_go_together_by_how_many_people_were_asked() {
        var change =
                GoalTrend.together(List.of(standing(30), standing(10)), List.of(new Change(.4, .1), new Change(0, .2)));
        assertThat(change.d()).isCloseTo(.3, within(1e-12));
        assertThat(change.se()).isCloseTo(Math.sqrt(.075 * .075 + .05 * .05), within(1e-12));
    }

    private static Standing standing(int eligible) {
        return new Standing(
                new GroupId("g"),
                new TreeSet<>(List.of(new TeamId("t"))),
                CONSTRUCT,
                eligible,
                3,
                3,
                3,
                .1,
                LocalDate.EPOCH,
                "default@1");
    }
}
