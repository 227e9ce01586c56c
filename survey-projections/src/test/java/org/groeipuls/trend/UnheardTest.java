package org.groeipuls.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.scoring.SumClass;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TrendPoint.Gap;
import org.groeipuls.trend.TrendPoint.Shown;
import org.groeipuls.trend.Unheard.Tipping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value of 3.6 at every pulse; the anchor is the third, and the conclusion falls on the ninth. */
class UnheardTest {
    private static final GroupId GROUP = new GroupId("green");

    private final List<TrendPoint> points = new ArrayList<>();

    private void pulse(int line, @Nullable Participation step, double n) {
        pulse(line, step, step, n, List.of());
    }

    private void pulse(
            int line, @Nullable Participation step, @Nullable Participation heard, double n, List<ItemFigures> items) {
        int ordinal = points.size() + 1;
        points.add(new TrendPoint(
                new PulseId("p" + ordinal),
                LocalDate.parse("2027-01-01").plusDays(28L * ordinal),
                ordinal,
                line,
                new InstrumentKey("groeipuls", 1),
                Disclosure.BANDED,
                "default@1",
                step,
                items,
                heard == null ? null : new Shown(n, 3.6, new Interval(3, 4), 3.6, new Interval(3.3, 3.9), heard),
                step == null ? new Gap(Withheld.TOO_FEW_ANSWERS, null) : null));
    }

    private void own(Participation... steps) {
        for (var step : steps) {
            pulse(1, step, 8);
        }
    }

    /** So many pulses at which most answered. */
    private void most(int times) {
        for (int time = 0; time < times; time++) {
            own(Participation.MOST);
        }
    }

    private static OutcomeStated stated(Outcome result, double d, String anchor, String pulse) {
        var anchored = new Anchored(new PulseId(anchor), 1, null);
        return new OutcomeStated(
                OutcomeId.of(GROUP, "candour", anchored, Checkpoint.VERDICT),
                GROUP,
                "candour",
                anchored,
                Checkpoint.VERDICT,
                new PulseId(pulse),
                result,
                new TreeSet<>(),
                d,
                .1,
                .01,
                .28,
                null,
                TeamTrend.RULE,
                "default@1");
    }

    private Unheard unheard(OutcomeStated... said) {
        return new TeamTrend(GROUP, "candour", points, List.of())
                .judged(TeamTrend.RULE, List.of(said), null)
                .unheard();
    }

    private Tipping tipping(Outcome result, double d) {
        return unheard(stated(result, d, "p3", "p9")).changes().getFirst();
    }

    @Test
    void where_most_answered_three_in_ten_were_silent_at_most() {
        most(9);
        var rise = tipping(Outcome.ROSE, .4);
        assertThat(rise.silent()).isEqualTo(.3);
        assertThat(Objects.requireNonNull(rise.points())).isCloseTo(.4 / .3, within(1e-12));
        var latest = Objects.requireNonNull(unheard().latest());
        assertThat(latest.pulse()).isEqualTo(new PulseId("p9"));
        assertThat(latest.silent()).isEqualTo(.3);
        var bounds = Objects.requireNonNull(latest.bounds());
        assertThat(bounds.low()).isCloseTo(.7 * 3.6 + .3, within(1e-12));
        assertThat(bounds.high()).isCloseTo(.7 * 3.6 + 1.5, within(1e-12));
    }

    @Test
    void a_fall_is_undone_as_a_rise_is() {
        most(9);
        assertThat(tipping(Outcome.FELL, -.4)).isEqualTo(tipping(Outcome.ROSE, .4));
    }

    @Test
    void the_lowest_step_that_an_outcome_rests_on_counts_from_two_before_its_anchor_to_its_checkpoint() {
        for (int low = 1; low <= 9; low++) {
            points.clear();
            most(low - 1);
            own(Participation.HALF_AND_MORE);
            most(9 - low);
            assertThat(tipping(Outcome.ROSE, .4).silent()).as("pulse %s", low).isEqualTo(.5);
        }
        points.clear();
        most(1);
        own(Participation.HALF_AND_MORE);
        most(8);
        own(Participation.HALF_AND_MORE);
        assertThat(unheard(stated(Outcome.ROSE, .4, "p5", "p10"))
                        .changes()
                        .getFirst()
                        .silent())
                .as("what lies before or after it does not")
                .isEqualTo(.3);
    }

    @Test
    void who_skipped_the_topic_was_not_heard_on_it() {
        most(8);
        pulse(1, Participation.MOST, Participation.HALF_AND_MORE, 5, List.of());
        assertThat(Objects.requireNonNull(unheard().latest()).silent()).isEqualTo(.5);
        assertThat(tipping(Outcome.ROSE, .4).silent()).isEqualTo(.5);
    }

    /** Five answers of 1 to 3 and five of 2 to 3 (the sums are classes): the value is the middle, and not the mean. */
    @Test
    void the_ends_hold_wherever_in_their_classes_the_sums_are() {
        var unknown = new ItemFigures("c", null, null, null, Withheld.TOO_FEW_ANSWERS);
        pulse(1, Participation.MOST, Participation.MOST, 5, List.of(of(5, 10, 15), of(5, 5, 15), unknown));
        var bounds = Objects.requireNonNull(
                Objects.requireNonNull(unheard().latest()).bounds());
        assertThat(bounds.low()).isCloseTo(.7 * (3.6 - 1) + .3, within(1e-12));
        assertThat(bounds.high()).isCloseTo(.7 * (3.6 + 1) + 1.5, within(1e-12));
    }

    private static ItemFigures of(int n, int low, int high) {
        return new ItemFigures("a", n, new SumClass(low, high), null, null);
    }

    /** As in views of an older layout, until they are made anew. */
    @Test
    void where_it_is_not_known_how_many_were_heard_nothing_is_said() {
        most(8);
        var last = points.getLast();
        var shown = Objects.requireNonNull(last.shown());
        points.add(new TrendPoint(
                new PulseId("p9"),
                last.countedOn().plusDays(28),
                9,
                1,
                last.instrument(),
                last.disclosure(),
                last.calibration(),
                Participation.MOST,
                List.of(),
                new Shown(shown.n(), shown.value(), shown.range(), shown.level(), shown.band(), null),
                null));
        assertThat(unheard().latest()).isEqualTo(new Unheard.Latest(new PulseId("p9"), null, null));
        assertThat(tipping(Outcome.ROSE, .4).points()).isNull();
    }

    @Test
    void under_half_no_number_is_named() {
        most(8);
        own(Participation.UNDER_HALF);
        assertThat(tipping(Outcome.ROSE, .9))
                .isEqualTo(new Tipping(stated(Outcome.ROSE, .9, "p3", "p9").outcome(), null, null));
        var latest = Objects.requireNonNull(unheard().latest());
        assertThat(latest.silent()).isNull();
        assertThat(latest.bounds()).isNull();
    }

    @Test
    void only_a_change_that_is_named_can_be_undone() {
        most(9);
        for (var result : List.of(Outcome.STEADY, Outcome.NO_CLEAR_CHANGE, Outcome.NOT_ENOUGH_DATA)) {
            assertThat(unheard(stated(result, .4, "p3", "p9")).changes()).isEmpty();
        }
    }

    /** Who sees a group since it is what it is now need not see all that an outcome rests on. */
    @Test
    void of_an_outcome_that_rests_on_what_is_not_shown_nothing_is_said() {
        most(9);
        points.removeFirst();
        assertThat(unheard(stated(Outcome.ROSE, .4, "p3", "p9")).changes()).isEmpty();
        points.removeFirst();
        points.removeFirst();
        assertThat(unheard(stated(Outcome.ROSE, .4, "p3", "p9")).changes()).isEmpty();
    }

    @Test
    void gaps_are_no_part_of_it_and_another_line_has_nothing_yet() {
        most(4);
        pulse(1, null, 0);
        assertThat(Objects.requireNonNull(unheard().latest()).pulse()).isEqualTo(new PulseId("p4"));
        pulse(2, null, 0);
        assertThat(unheard().latest()).isNull();
    }

    @Test
    void a_gap_between_the_pulses_that_an_outcome_rests_on_is_no_part_of_it_either() {
        most(5);
        pulse(1, null, 0);
        most(4);
        assertThat(unheard(stated(Outcome.ROSE, .4, "p3", "p10"))
                        .changes()
                        .getFirst()
                        .silent())
                .isEqualTo(.3);
    }

    @Test
    void what_was_concluded_of_a_line_goes_on_to_be_said_when_another_has_begun() {
        most(9);
        pulse(2, Participation.HALF_AND_MORE, 8);
        assertThat(tipping(Outcome.ROSE, .4).silent()).isEqualTo(.3);
    }

    /** Else it would tell how many answered, and of how many. */
    @Test
    void groups_with_other_numbers_in_the_same_steps_are_told_the_same() {
        var told = new ArrayList<Unheard>();
        for (var group : List.of(List.of(7, 10), List.of(9, 10), List.of(20, 20), List.of(21, 30))) {
            points.clear();
            for (int pulse = 1; pulse <= 9; pulse++) {
                pulse(1, Participation.of(group.getFirst(), group.getLast()), group.getFirst());
            }
            told.add(unheard(stated(Outcome.ROSE, .4, "p3", "p9")));
        }
        assertThat(told).hasSize(4).containsOnly(told.getFirst());
        assertThat(told.getFirst().changes().getFirst().silent()).isEqualTo(.3);
    }
}
