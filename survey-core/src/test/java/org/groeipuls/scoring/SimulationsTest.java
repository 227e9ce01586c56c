package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The method on a few hundred made-up groups; {@link FullSimulationsTest} is the long run behind the published tables. */
class SimulationsTest {
    private static final int GROUPS = 150;

    @ParameterizedTest
    @EnumSource
    void a_group_that_does_not_change_is_seldom_said_to(SimulatedRule rule) {
        SimulatedTrends.Tally tally = SimulatedTrends.still(rule, List.of(Calibration.DEFAULT), 6, 14, GROUPS);
        for (Checkpoint checkpoint : Checkpoint.values()) {
            assertThat(tally.judged(checkpoint)).as("judged").isGreaterThan(GROUPS);
            assertThat(tally.moved(checkpoint)).as("%s", checkpoint).isLessThan(.08);
        }
    }

    /** What a correction for finite groups would do to κ: the control, as these groups must be able to mislead. */
    @ParameterizedTest
    @EnumSource
    void the_same_groups_mislead_whoever_takes_the_silent_for_the_only_chance(SimulatedRule rule) {
        Calibration corrected = new Calibration("fpc@1", Map.of(), Map.of(), Map.of(), Map.of(), .2, 0, .5, false);
        SimulatedTrends.Tally tally = SimulatedTrends.still(rule, List.of(corrected), 6, 14, GROUPS);
        assertThat(tally.moved(Checkpoint.EARLY_SIGN)).isGreaterThan(.08);
    }

    @ParameterizedTest
    @EnumSource
    void a_group_that_rises_much_is_often_said_to(SimulatedRule rule) {
        SimulatedTrends.Tally tally = SimulatedTrends.moved(rule, List.of(Calibration.DEFAULT), 10, 14, GROUPS, .8);
        assertThat(tally.share(Checkpoint.VERDICT, Outcome.ROSE)).isGreaterThan(.7);
        assertThat(tally.share(Checkpoint.VERDICT, Outcome.FELL)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_printed_band_holds_what_the_whole_group_would_say(SimulatedRule rule) {
        for (int n : new int[] {5, 8, 14}) {
            int eligible = SimulatedSnapshots.eligible(n, 20);
            assertThat(SimulatedSnapshots.coverage(rule, n, eligible, SimulatedGroup.STABLE, 3.6, 4 * GROUPS))
                    .as("n = %s", n)
                    .isGreaterThan(.84);
        }
    }

    @Test
    void an_organisation_learns_that_the_same_people_answer_again() {
        for (SimulatedRule rule : SimulatedRule.values()) {
            Calibration learned = SimulatedCalibration.learned(rule, 1L);
            assertThat(learned.kappa()).as("kappa, %s", rule).isBetween(.25, .9);
            assertThat(learned.mu("PS")).as("mu, %s", rule).isBetween(3.4, 3.8);
            assertThat(learned.tau2("PS")).as("tau2, %s", rule).isBetween(.04, .25);
            assertThat(learned.offset("PS4")).as("offset, %s", rule).isBetween(.2, .4);
        }
    }

    @Test
    void few_of_those_listed_did_not_change() {
        SimulatedLists.Found found =
                SimulatedLists.lists(SimulatedRule.EXACT, List.of(Calibration.DEFAULT), 60, .15, .6, 20);
        assertThat(found.discoveryRate()).isLessThan(.15);
        assertThat(found.power()).isGreaterThan(.2);
    }

    @Test
    void without_a_gap_hardly_a_pattern_and_with_a_large_one_most_often() {
        for (boolean banded : new boolean[] {false, true}) {
            assertThat(SimulatedPatterns.flagged(banded, 3, 8, 0, 300).once()).isLessThan(.04);
            assertThat(SimulatedPatterns.flagged(banded, 3, 8, 1, 300).once()).isGreaterThan(.5);
        }
    }
}
