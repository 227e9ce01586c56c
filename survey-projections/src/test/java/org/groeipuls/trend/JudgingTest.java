package org.groeipuls.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.pulse.AskedGroup.Moves;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.Withheld;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Line;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.TrendPoint.Gap;
import org.groeipuls.trend.TrendPoint.Shown;
import org.groeipuls.trend.TrendRow.Measured;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A group of ten with a pulse every 28 days; noise .05, no drift. */
class JudgingTest {
    private static final GroupId GROUP = new GroupId("green");
    private static final double NOISE = .05;

    private final List<TrendRow> rows = new ArrayList<>();
    private @Nullable Line state;
    private int line = 1;

    private static PulseId pulse(int ordinal) {
        return new PulseId("p" + ordinal);
    }

    private TrendPoint point(@Nullable Shown shown) {
        int ordinal = rows.size() + 1;
        return new TrendPoint(
                pulse(ordinal),
                LocalDate.parse("2027-01-01").plusDays(28L * ordinal),
                ordinal,
                line,
                new InstrumentKey("groeipuls", 1),
                Disclosure.EXACT,
                "default@1",
                Participation.MOST,
                List.of(),
                shown,
                shown == null ? new Gap(Withheld.TOO_FEW_ANSWERS, null) : null);
    }

    private void row(TrendPoint point, @Nullable Measured measured, @Nullable Moves moves) {
        rows.add(new TrendRow(
                GROUP,
                "candour",
                new TreeSet<>(List.of(new TeamId("green"))),
                point,
                measured == null ? null : state,
                measured,
                null,
                10,
                moves,
                null,
                null,
                null,
                null));
    }

    private void own(double value, @Nullable Moves moves, double participation) {
        var before = state == null ? Line.start(3.6, .1) : state;
        state = before.next(value, NOISE, rows.size() + 1, 0);
        var shown = new Shown(8, value, new Interval(1, 5), state.m(), state.band(), Participation.MOST);
        row(point(shown), new Measured(NOISE, 0, participation), moves);
    }

    private void own(double... values) {
        for (double value : values) {
            own(value, new Moves(0, 0), .8);
        }
    }

    private void gap() {
        row(point(null), null, new Moves(0, 0));
    }

    private Judging judging(Judging.Marked... marked) {
        return new Judging(rows, rows, List.of(marked), point -> ScoringRule.BUILT_IN);
    }

    private static List<String> said(Judging judging) {
        return judging.all().stream()
                .map(judged -> judged.anchor().pulse().value() + " "
                        + (judged.anchor().marker() == null
                                ? ""
                                : judged.anchor().marker().value() + " ")
                        + judged.checkpoint() + " " + judged.pulse().value() + " "
                        + judged.verdict().outcome())
                .toList();
    }

    @Test
    void the_third_own_point_is_an_anchor_and_every_sixth_after_it_and_each_is_looked_at_twice() {
        own(3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5);

        assertThat(said(judging()))
                .containsExactly(
                        "p3 EARLY_SIGN p6 STEADY",
                        "p3 VERDICT p9 STEADY",
                        "p9 EARLY_SIGN p12 STEADY",
                        "p9 VERDICT p15 STEADY");
    }

    @Test
    void a_clear_rise_is_said_and_a_clear_fall_too() {
        own(3, 3, 3, 4, 4, 4, 4, 4, 4);
        assertThat(said(judging())).containsExactly("p3 EARLY_SIGN p6 ROSE", "p3 VERDICT p9 ROSE");
        own(2, 2, 2);
        assertThat(said(judging())).last().isEqualTo("p9 EARLY_SIGN p12 FELL");
    }

    @Test
    void gaps_do_not_count_and_their_distance_does() {
        own(3.5, 3.5);
        gap();
        own(3.5, 3.5);
        gap();
        gap();
        own(3.5, 3.5);

        assertThat(said(judging())).containsExactly("p4 EARLY_SIGN p9 STEADY");
    }

    @Test
    void another_line_has_anchors_of_its_own() {
        own(3.5, 3.5, 3.5, 3.5, 3.5);
        line = 2;
        own(3.5);

        assertThat(said(judging())).isEmpty();
        assertThat(judging().next().stillNeeded()).isEqualTo(5);
    }

    @Test
    void a_marker_is_looked_at_three_and_six_own_points_after_the_last_one_before_it() {
        own(3, 3, 3, 3, 4, 4, 4, 4, 4, 4);
        var anchored = new Anchored(pulse(4), 1, new InterventionId("cases"));

        assertThat(said(judging(new Judging.Marked(pulse(4), 1, anchored))))
                .containsExactly(
                        "p3 EARLY_SIGN p6 ROSE",
                        "p4 cases EARLY_SIGN p7 ROSE",
                        "p3 VERDICT p9 ROSE",
                        "p4 cases VERDICT p10 ROSE");
    }

    @Test
    void a_marker_after_fewer_than_three_own_points_cannot_be_judged_and_says_why() {
        own(3, 3, 4, 4, 4);
        var judged = judging(new Judging.Marked(pulse(2), 1, new Anchored(pulse(2), 1, new InterventionId("early"))))
                .all()
                .getFirst();

        assertThat(judged.verdict().outcome()).isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(judged.verdict().lacks()).containsExactly(Basis.Lack.POINTS_BEFORE);
    }

    @Test
    void where_too_many_came_and_went_nothing_is_said() {
        own(3, 3, 3);
        own(4, new Moves(2, 1), .8);
        own(4, new Moves(1, 2), .8);
        own(4, new Moves(0, 0), .8);

        var judged = judging().all().getFirst();
        assertThat(judged.turnover()).isEqualTo(.4);
        assertThat(judged.verdict().lacks()).containsExactly(Basis.Lack.SAME_PEOPLE);
    }

    @Test
    void where_only_sizes_are_known_the_turnover_is_not_known() {
        own(3, 3, 3);
        own(4, null, .8);
        own(4, 4);

        assertThat(judging().all().getFirst().turnover()).isNull();
    }

    @Test
    void where_one_pulse_knew_only_sizes_and_the_others_alone_say_that_too_many_came_nothing_is_said() {
        own(3, 3, 3);
        own(4, new Moves(4, 0), .8);
        own(4, null, .8);
        own(4, new Moves(0, 0), .8);

        var judged = judging().all().getFirst();
        assertThat(judged.turnover()).as("at least").isEqualTo(.4);
        assertThat(judged.verdict().lacks()).containsExactly(Basis.Lack.SAME_PEOPLE);
    }

    @Test
    void where_fewer_than_half_answered_nothing_is_said() {
        IntStream.range(0, 6).forEach(any -> own(3.5, new Moves(0, 0), .4));

        assertThat(judging().all().getFirst().verdict().lacks()).containsExactly(Basis.Lack.PARTICIPATION);
    }

    @Test
    void the_next_checkpoint_is_the_sixth_own_point_and_then_every_third() {
        assertThat(judging().next()).isEqualTo(new NextCheckpoint(Checkpoint.EARLY_SIGN, 6, null, 6));
        own(3.5, 3.5);
        assertThat(judging().next())
                .isEqualTo(new NextCheckpoint(
                        Checkpoint.EARLY_SIGN, 6, LocalDate.parse("2027-01-01").plusDays(28 * 6), 4));
        own(3.5, 3.5, 3.5, 3.5);
        assertThat(judging().next().kind()).isEqualTo(Checkpoint.VERDICT);
        assertThat(judging().next().pulse()).isEqualTo(9);
        own(3.5, 3.5, 3.5);
        assertThat(judging().next().kind()).isEqualTo(Checkpoint.EARLY_SIGN);
        assertThat(judging().next().stillNeeded()).isEqualTo(3);
    }

    @Test
    void what_was_said_is_the_same_however_often_and_however_late_it_is_asked() {
        own(3, 3, 3, 4, 4, 4);
        var first = judging().all().getFirst().stated(GROUP, "candour");
        own(3, 3, 3, 3);
        assertThat(judging().all().getFirst().stated(GROUP, "candour")).isEqualTo(first);
    }
}
