package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnchoredChangeTest {
    @Test
    void the_changes_of_five_teams_equal_the_reference() {
        Oracles.json("04_trend_kalman.json").get("teams").properties().forEach(team -> {
            TeamSeries series = TeamSeries.read(team.getKey(), team.getValue());
            int anchor = team.getValue().get("anchor").intValue();
            assertChange(series.changeSince(anchor), team.getValue().get("change"), team.getKey());
        });
    }

    @Test
    void at_the_anchor_itself_nothing_can_have_changed() {
        AnchoredChange change = AnchoredChange.at(Line.start(3.6, .1).next(4, .05, 1, .004));
        assertThat(change.change()).isEmpty();
        assertThat(change.next(4.5, .05, 2, .004).change()).isPresent();
    }

    @Test
    void an_anchor_without_a_point_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AnchoredChange.at(Line.start(3.6, .1)));
    }

    @Test
    void points_after_the_anchor_come_in_order_and_are_numbers() {
        AnchoredChange change = AnchoredChange.at(Line.start(3.6, .1).next(4, .05, 3, .004));
        assertThatIllegalArgumentException().isThrownBy(() -> change.next(4, .05, 3, .004));
        assertThatIllegalArgumentException().isThrownBy(() -> change.next(Double.NaN, .05, 4, .004));
        assertThatIllegalArgumentException().isThrownBy(() -> change.next(4, 0, 4, .004));
    }

    @Test
    void a_difference_of_two_standard_errors_has_a_p_of_under_five_hundredths() {
        assertThat(new Change(.4, .2).p()).isCloseTo(.045500263896358, within(1e-12));
        assertThat(new Change(-.4, .2).p()).isEqualTo(new Change(.4, .2).p());
        assertThat(new Change(0, .2).p()).isEqualTo(1);
    }

    static void assertChange(AnchoredChange actual, JsonNode expected, String what) {
        Change change = actual.change().orElseThrow();
        Oracles.assertClose(actual.m(), expected.get("level"), what + " level");
        Oracles.assertClose(actual.anchorM(), expected.get("anchor_level"), what + " anchor level");
        Oracles.assertClose(change.d(), expected.get("D"), what + " D");
        Oracles.assertClose(change.se(), expected.get("se"), what + " SE");
        Oracles.assertClose(change.p(), expected.get("p"), what + " p");
        Oracles.assertClose(change.band(), expected.get("lo90"), expected.get("hi90"), what + " band");
        assertThat(actual.after()).isEqualTo(expected.get("n_after").intValue());
        // Case 15 prints fewer columns than 04 and 13.
        if (expected.has("mde80")) {
            Oracles.assertClose(actual.p(), expected.get("P"), what + " P");
            Oracles.assertClose(actual.anchorP(), expected.get("anchor_P"), what + " anchor P");
            Oracles.assertClose(actual.covariance(), expected.get("cov"), what + " covariance");
            Oracles.assertClose(change.z(), expected.get("z"), what + " z");
            Oracles.assertClose(change.mde80(), expected.get("mde80"), what + " MDE80");
        }
    }
}
