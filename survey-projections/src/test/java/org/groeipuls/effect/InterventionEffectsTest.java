package org.groeipuls.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.groeipuls.effect.InterventionEffect.Finding;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.PlantedTrends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Eight groups, a to h; unless a test says otherwise something was done in a, b and c before pulse 5. */
class InterventionEffectsTest {
    private static final String CONSTRUCT = "candour";
    private static final double GAP = Double.NaN;

    private final PlantedTrends planted = new PlantedTrends();

    @AfterEach
    void close() {
        planted.close();
    }

    private void cases(int pulse, String... teams) {
        for (var team : teams) {
            planted.done("cases-" + team, LearningForm.INTERVISIE, LeaderRole.BRINGS_OWN_CASE, pulse, team);
        }
    }

    /** Groups that moved by so much from pulse 5 on, in the order a, b, c and so on. */
    private void moved(double... changes) {
        for (int at = 0; at < changes.length; at++) {
            planted.step(String.valueOf((char) ('a' + at)), CONSTRUCT, 4, 3, 6, 3 + changes[at]);
        }
    }

    private List<InterventionEffect> effects(Checkpoint checkpoint) {
        return new InterventionEffects(planted.trends(), planted.groups()).on(CONSTRUCT, checkpoint);
    }

    private InterventionEffect effect() {
        return effects(Checkpoint.VERDICT).getFirst();
    }

    private static double size(InterventionEffect effect) {
        return Objects.requireNonNull(effect.effect());
    }

    private static List<String> names(SortedSet<GroupId> groups) {
        return groups.stream().map(GroupId::value).toList();
    }

    @Test
    void the_effect_is_how_much_more_groups_rose_that_had_it_than_groups_that_had_not() {
        cases(5, "a", "b", "c");
        moved(.7, .8, .9, .1, .1, .1, .2, 0);

        assertThat(size(effect())).isCloseTo(.8 - .1, within(.001));
        assertThat(effect().p()).isEqualTo(1 / 56.0);
        assertThat(effect().exact()).isTrue();
        assertThat(effect().finding()).isEqualTo(Finding.ROSE_MORE);
    }

    @Test
    void what_fell_more_is_found_too() {
        cases(5, "a", "b", "c");
        moved(-.5, -.4, -.6, .1, .1, .1, .2, 0);

        assertThat(effect().finding()).isEqualTo(Finding.FELL_MORE);
    }

    @Test
    void a_rise_of_everybody_is_nobodys_effect() {
        cases(5, "a", "b", "c");
        moved(.61, .6, .59, .6, .61, .6, .59, .6);

        assertThat(size(effect())).isCloseTo(0, within(.01));
        assertThat(effect().finding()).isEqualTo(Finding.CANNOT_TELL_YET);
    }

    @Test
    void what_is_sure_and_less_than_a_fifth_of_a_point_is_not_found() {
        cases(5, "a", "b", "c");
        moved(.16, .17, .18, 0, 0, .01, .01, 0);

        assertThat(effect().p()).isEqualTo(1 / 56.0);
        assertThat(effect().finding()).isEqualTo(Finding.CANNOT_TELL_YET);
    }

    @Test
    void where_another_dealing_out_does_as_well_nothing_is_found() {
        cases(5, "a", "b", "c");
        moved(.8, .8, 0, .8, .1, 0, 0, .1);

        assertThat(size(effect())).isGreaterThan(.2);
        assertThat(effect().finding()).isEqualTo(Finding.CANNOT_TELL_YET);
    }

    @Test
    void an_early_sign_finds_nothing_however_large() {
        cases(5, "a", "b", "c");
        moved(2, 2, 2, 0, .1, 0, 0, 0);

        var early = effects(Checkpoint.EARLY_SIGN).getFirst();
        assertThat(size(early)).isGreaterThan(1);
        assertThat(early.finding()).isEqualTo(Finding.CANNOT_TELL_YET);
    }

    @Test
    void teams_that_began_with_the_same_on_the_same_day_are_one_and_others_are_not() {
        cases(5, "a", "b");
        cases(6, "c");
        planted.done("help-d", LearningForm.INTERVISIE, LeaderRole.FACILITATOR, 5, "d");
        planted.done("lab-e", LearningForm.LEARNING_LAB, LeaderRole.BRINGS_OWN_CASE, 5, "e");
        moved(.8, .8, .8, 0, 0, 0, 0, 0);

        assertThat(effects(Checkpoint.VERDICT))
                .extracting(effect -> effect.startedOn().equals(PlantedTrends.before(5)) + " " + effect.interventions())
                .containsExactly(
                        "true [intervention:help-d]",
                        "true [intervention:cases-a, intervention:cases-b]",
                        "true [intervention:lab-e]",
                        "false [intervention:cases-c]");
    }

    @Test
    void a_group_that_had_the_same_by_the_checkpoint_is_not_compared_and_one_that_had_something_else_is() {
        cases(5, "a", "b", "c");
        cases(2, "d");
        cases(8, "e");
        planted.done("lab-f", LearningForm.LEARNING_LAB, LeaderRole.ABSENT, 5, "f");
        moved(.8, .8, .8, 0, 0, 0, 0, 0);

        var effect = effects(Checkpoint.VERDICT).stream()
                .filter(one -> one.interventions().size() == 3)
                .findFirst()
                .orElseThrow();
        assertThat(names(effect.treated())).containsExactly("a", "b", "c");
        assertThat(names(effect.compared())).containsExactly("f", "g", "h");
    }

    @Test
    void a_group_that_gets_the_same_after_the_checkpoint_is_still_compared() {
        cases(4, "a", "b", "c");
        cases(10, "d");
        moved(.8, .8, .8, 0, 0, 0, 0, 0);

        assertThat(names(effect().compared())).containsExactly("d", "e", "f", "g", "h");
    }

    @Test
    void a_group_that_has_not_reached_the_checkpoint_is_awaited_or_left_out() {
        cases(5, "a", "b", "c");
        moved(.8, .8);
        planted.line("c", CONSTRUCT, 3, 3, 3, 3, 4, GAP, 4, 4, 4, 4);
        planted.line("d", CONSTRUCT, 3, 3, 3, 3, 3, GAP, 3, 3, 3, 3);
        planted.line("e", CONSTRUCT, 3, 3, 3, GAP, GAP, 3, 3, 3, 3, 3, 3);

        assertThat(names(effect().treated())).containsExactly("a", "b");
        assertThat(names(effect().awaited())).containsExactly("c");
        assertThat(names(effect().compared()))
                .as("six own points after pulse 3")
                .containsExactly("e");
    }

    @Test
    void a_group_of_which_nothing_may_be_said_is_awaited_or_left_out() {
        cases(5, "a", "b", "c", "d");
        moved(.8, .8);
        planted.line("c", CONSTRUCT, GAP, GAP, 3, 3, 4, 4, 4, 4, 4, 4);
        planted.step("e", CONSTRUCT, 4, 3, 6, 3);
        planted.joining(1);
        planted.step("d", CONSTRUCT, 4, 3, 6, 4);
        planted.joining(0);
        planted.answering(.4);
        planted.step("f", CONSTRUCT, 4, 3, 6, 3);

        assertThat(names(effect().treated())).containsExactly("a", "b");
        assertThat(names(effect().awaited()))
                .as("two points before it, and six of ten who came since")
                .containsExactly("c", "d");
        assertThat(names(effect().compared()))
                .as("fewer than half answered in f")
                .containsExactly("e");
    }

    @Test
    void without_groups_to_compare_there_is_no_effect() {
        cases(5, "a", "b");
        moved(.8, .8);

        assertThat(effect().effect()).isNull();
        assertThat(effect().p()).isNull();
        assertThat(effect().finding()).isEqualTo(Finding.CANNOT_TELL_YET);
    }

    @Test
    void three_of_six_groups_are_too_few_to_find_anything() {
        cases(5, "a", "b", "c");
        moved(2, 2, 2, 0, 0, .1);

        assertThat(effect().p()).isEqualTo(2 / 20.0);
        assertThat(effect().finding()).isEqualTo(Finding.CANNOT_TELL_YET);
    }
}
