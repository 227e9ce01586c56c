package org.groeipuls.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.replay.TrendComparison.Flip;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.TrendPoint.Shown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendComparisonTest {
    private static final GroupId GROUP = new GroupId("roads");
    private static final String CONSTRUCT = "candour";

    private static TrendPoint point(int pulse, @Nullable Double value, double level) {
        return new TrendPoint(
                new PulseId("p" + pulse),
                LocalDate.EPOCH.plusDays(28L * pulse),
                pulse,
                1,
                new InstrumentKey("short", 1),
                Disclosure.BANDED,
                "default@1",
                Participation.MOST,
                List.of(),
                value == null
                        ? null
                        : new Shown(8, value, new Interval(1, 5), level, new Interval(1, 5), Participation.MOST),
                null);
    }

    private static OutcomeStated said(int anchor, Outcome outcome) {
        var where = new Anchored(new PulseId("p" + anchor), 1, null);
        return new OutcomeStated(
                OutcomeId.of(GROUP, CONSTRUCT, where, Checkpoint.EARLY_SIGN),
                GROUP,
                CONSTRUCT,
                where,
                Checkpoint.EARLY_SIGN,
                new PulseId("p" + (anchor + 3)),
                outcome,
                new TreeSet<>(),
                .4,
                .1,
                .001,
                .28,
                null,
                "local-level@1",
                "default@1");
    }

    private static TeamTrend trend(List<TrendPoint> points, OutcomeStated... outcomes) {
        return new TeamTrend(GROUP, CONSTRUCT, "local-level@1", points, List.of(), List.of(), List.of(outcomes), null);
    }

    @Test
    void what_is_the_same_is_no_change() {
        var same = trend(List.of(point(1, 3.5, 3.5), point(2, null, 0)), said(3, Outcome.ROSE));

        var compared = TrendComparison.of(same, same, pulse -> true);

        assertThat(compared).isEqualTo(new TrendComparison(2, List.of(), 1, List.of()));
    }

    @Test
    void a_value_a_line_and_a_gap_that_differ_are_listed_and_nothing_else_is() {
        var live = trend(List.of(point(1, 3.5, 3.5), point(2, 3.0, 3.25), point(3, 4.0, 3.5), point(4, null, 0)));
        var other = trend(List.of(point(1, 3.5, 3.5), point(2, 3.5, 3.5), point(3, null, 0), point(4, 2.0, 3.0)));

        var compared = TrendComparison.of(live, other, pulse -> true);

        assertThat(compared.points()).isEqualTo(4);
        assertThat(compared.changed())
                .extracting(change -> change.pulse().value())
                .containsExactly("p2", "p3", "p4");
        assertThat(compared.changed().getFirst().by()).isEqualTo(.5);
        assertThat(compared.changed().get(1).by()).isNull();
        assertThat(compared.changed().get(1).value()).isEqualTo(4.0);
        assertThat(compared.changed().get(2).replayedValue()).isEqualTo(2.0);
    }

    @Test
    void exactly_the_outcomes_that_flip_are_listed() {
        var live = trend(List.of(), said(3, Outcome.ROSE), said(9, Outcome.STEADY), said(15, Outcome.FELL));
        var other = trend(List.of(), said(3, Outcome.ROSE), said(9, Outcome.NO_CLEAR_CHANGE), said(21, Outcome.ROSE));

        var compared = TrendComparison.of(live, other, pulse -> true);

        assertThat(compared.outcomes()).isEqualTo(4);
        assertThat(compared.flipped())
                .extracting(flip -> flip.anchor().pulse().value(), Flip::result, Flip::replayed)
                .containsExactly(
                        tuple("p9", Outcome.STEADY, Outcome.NO_CLEAR_CHANGE),
                        tuple("p15", Outcome.FELL, null),
                        tuple("p21", null, Outcome.ROSE));
    }

    @Test
    void what_the_replay_cannot_know_is_not_compared() {
        var live = trend(List.of(point(1, 3.5, 3.5), point(6, 3.0, 3.25)), said(3, Outcome.ROSE));

        var compared = TrendComparison.of(
                live, trend(List.of(point(1, 3.5, 3.5))), pulse -> pulse.value().equals("p1"));

        assertThat(compared).isEqualTo(new TrendComparison(1, List.of(), 0, List.of()));
    }
}
