package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnchorTest {
    @Test
    void rolling_anchors_are_the_third_own_point_and_every_sixth_after_it() {
        assertThat(IntStream.rangeClosed(0, 22).filter(Anchor::rolling)).containsExactly(3, 9, 15, 21);
        assertThat(Anchor.rolling(-3)).isFalse();
    }

    @Test
    void change_is_judged_at_the_third_and_sixth_point_only() {
        Anchor anchor = anchored(1, 1, 1);
        assertThat(anchor.checkpoint()).isEmpty();
        for (int after = 1; after <= 7; after++) {
            assertThat(anchor.done()).isEqualTo(after > 6);
            anchor = anchor.next(4, .05, 3 + after, .004, 1);
            Checkpoint expected = after == 3 ? Checkpoint.EARLY_SIGN : after == 6 ? Checkpoint.VERDICT : null;
            assertThat(anchor.checkpoint().orElse(null)).isEqualTo(expected);
        }
    }

    @Test
    void the_next_checkpoint_is_known_beforehand() {
        assertThat(Checkpoint.next(0)).contains(Checkpoint.EARLY_SIGN);
        assertThat(Checkpoint.next(2)).contains(Checkpoint.EARLY_SIGN);
        assertThat(Checkpoint.next(3)).contains(Checkpoint.VERDICT);
        assertThat(Checkpoint.next(6)).isEmpty();
        assertThat(Checkpoint.EARLY_SIGN.after()).isEqualTo(3);
        assertThat(Checkpoint.VERDICT.after()).isEqualTo(6);
    }

    @Test
    void an_anchor_carried_along_gives_the_change_of_the_reference() {
        JsonNode up = Oracles.json("04_trend_kalman.json").get("teams").get("up");
        TeamSeries series = TeamSeries.read("up", up);
        int at = up.get("anchor").intValue();
        List<TeamSeries.Point> before =
                series.points().stream().filter(point -> point.pulse() <= at).toList();
        Line line = series.lines().get(before.size() - 1);
        Anchor anchor = Anchor.at(line, before.stream().map(point -> .8).toList());
        for (TeamSeries.Point point :
                series.points().subList(before.size(), series.points().size())) {
            anchor = anchor.next(point.y(), point.r(), point.pulse(), series.q(), .8);
        }
        assertThat(anchor.checkpoint()).contains(Checkpoint.VERDICT);
        AnchoredChangeTest.assertChange(anchor.change(), up.get("change"), "up");
        assertThat(anchor.verdict(OptionalDouble.empty()).outcome()).isEqualTo(Outcome.ROSE);
        assertThat(anchor.verdict(OptionalDouble.of(.31)).lacks()).containsExactly(Basis.Lack.SAME_PEOPLE);
    }

    @Test
    void participation_is_that_of_three_points_to_the_anchor_and_all_after_it() {
        Anchor anchor = anchored(0.0, .4, .5, .6);
        assertThat(anchor.before()).isEqualTo(4);
        assertThat(anchor.rests()).isEqualTo(3);
        assertThat(anchor.answered()).isCloseTo(1.5, within(1e-12));
        for (int pulse = 5; pulse <= 7; pulse++) {
            anchor = anchor.next(4, .05, pulse, .004, .5);
        }
        assertThat(anchor.verdict(OptionalDouble.empty()).lacks()).isEmpty();
        assertThat(anchor.next(4, .05, 8, .004, .4)
                        .verdict(OptionalDouble.empty())
                        .lacks())
                .containsExactly(Basis.Lack.PARTICIPATION);
    }

    @Test
    void too_few_points_are_too_few_for_a_verdict() {
        Anchor second = anchored(1, 1);
        assertThat(second.verdict(OptionalDouble.empty()).lacks())
                .containsExactlyInAnyOrder(Basis.Lack.POINTS_BEFORE, Basis.Lack.POINTS_AFTER);
    }

    @Test
    void no_point_and_more_than_everyone_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Anchor.at(line(3), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Anchor.at(line(3), List.of(1.0, 1.1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchored(1).next(4, .05, 5, .004, -.1))
                .withMessageContaining("participation");
        AnchoredChange change = AnchoredChange.at(line(3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Anchor(change, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Anchor(change, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Anchor(change, 1, 1, 1.5));
    }

    @Test
    void turnover_is_the_larger_of_coming_and_going_in_each_pulse() {
        assertThat(Turnover.since(List.of(new Turnover.Moves(2, 1), new Turnover.Moves(0, 1)), 10))
                .isEqualTo(.3);
        assertThat(Turnover.since(List.of(), 10)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Turnover.since(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Turnover.Moves(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Turnover.Moves(0, -1));
    }

    private static Anchor anchored(Double... participation) {
        return Anchor.at(line(3), List.of(participation));
    }

    private static Anchor anchored(int... all) {
        return Anchor.at(
                line(all.length), IntStream.of(all).mapToObj(Double::valueOf).toList());
    }

    private static Line line(int points) {
        Line line = Line.start(3.6, .1);
        for (int pulse = 1; pulse <= points; pulse++) {
            line = line.next(4, .05, pulse, .004);
        }
        return line;
    }
}
