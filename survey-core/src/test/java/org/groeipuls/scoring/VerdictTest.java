package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VerdictTest {
    private static final Basis ENOUGH = new Basis(3, 3, .5, OptionalDouble.of(.3));

    @Test
    void the_verdicts_on_five_teams_equal_the_reference() {
        Oracles.json("04_trend_kalman.json").get("teams").properties().forEach(team -> {
            TeamSeries series = TeamSeries.read(team.getKey(), team.getValue());
            int anchor = team.getValue().get("anchor").intValue();
            assertVerdict(series, anchor, team.getValue().get("change"), team.getKey());
        });
    }

    @Test
    void the_verdicts_on_answers_and_on_classes_equal_the_reference() {
        for (String file : List.of("13_e2e_expected.json", "15_classmode_expected.json")) {
            FourTeams teams = FourTeams.read(file);
            int anchor = teams.expected().get("anchor_pulse").intValue();
            Oracles.each(teams.expected().get("trends")).forEach(trend -> {
                TeamSeries series = file.startsWith("13")
                        ? ExactEndToEndTest.series(teams, trend)
                        : BandedEndToEndTest.series(teams, trend);
                assertVerdict(series, anchor, trend.get("change"), trend.get("team") + " " + trend.get("scale"));
            });
        }
    }

    @Test
    void the_list_of_four_teams_equals_the_reference() {
        FourTeams teams = FourTeams.read("13_e2e_expected.json");
        int anchor = teams.expected().get("anchor_pulse").intValue();
        SequencedMap<JsonNode, Change> changes = new LinkedHashMap<>();
        Oracles.each(teams.expected().get("trends"))
                .forEach(trend -> changes.put(
                        trend,
                        ExactEndToEndTest.series(teams, trend)
                                .changeSince(anchor)
                                .change()
                                .orElseThrow()));
        SequencedMap<JsonNode, Double> listed = BenjaminiHochberg.listed(changes);
        List<Double> adjusted = BenjaminiHochberg.adjusted(
                changes.values().stream().map(Change::p).toList());
        int at = 0;
        for (JsonNode trend : changes.keySet()) {
            String what = trend.get("team") + " " + trend.get("scale");
            Oracles.assertClose(adjusted.get(at++), trend.get("bh_adjusted"), what);
            assertThat(listed.containsKey(trend))
                    .as(what)
                    .isEqualTo(trend.get("listed_on_org_dashboard").booleanValue());
        }
        assertThat(listed).hasSize(3);
    }

    @Test
    void a_change_is_named_when_it_is_both_certain_and_large() {
        assertThat(outcome(.20, .20 / 1.97)).isEqualTo(Outcome.ROSE);
        assertThat(outcome(-.20, .20 / 1.97)).isEqualTo(Outcome.FELL);
        assertThat(outcome(.199, .01)).isEqualTo(Outcome.STEADY);
        assertThat(outcome(.20, .20 / 1.95)).isEqualTo(Outcome.NO_CLEAR_CHANGE);
    }

    @Test
    void a_line_is_steady_when_the_whole_interval_is_within_three_tenths() {
        assertThat(outcome(0, .182)).isEqualTo(Outcome.STEADY);
        assertThat(outcome(0, .183)).isEqualTo(Outcome.NO_CLEAR_CHANGE);
        assertThat(outcome(.1, .12)).isEqualTo(Outcome.STEADY);
        assertThat(outcome(.1, .123)).isEqualTo(Outcome.NO_CLEAR_CHANGE);
        assertThat(outcome(-.1, .123)).isEqualTo(Outcome.NO_CLEAR_CHANGE);
    }

    @Test
    void three_points_on_each_side_and_half_of_the_people_are_enough() {
        assertThat(ENOUGH.lacks()).isEmpty();
        assertThat(new Basis(2, 3, .5, OptionalDouble.empty()).lacks()).containsExactly(Basis.Lack.POINTS_BEFORE);
        assertThat(new Basis(3, 2, .5, OptionalDouble.empty()).lacks()).containsExactly(Basis.Lack.POINTS_AFTER);
        assertThat(new Basis(3, 3, .499, OptionalDouble.empty()).lacks()).containsExactly(Basis.Lack.PARTICIPATION);
        assertThat(new Basis(3, 3, .5, OptionalDouble.of(.301)).lacks()).containsExactly(Basis.Lack.SAME_PEOPLE);
        assertThat(new Basis(1, 0, 0, OptionalDouble.of(2)).lacks()).hasSize(4);
    }

    @Test
    void a_turnover_that_is_not_known_withholds_nothing() {
        assertThat(new Basis(3, 3, 1, OptionalDouble.empty()).lacks()).isEmpty();
    }

    @Test
    void a_verdict_that_lacks_something_says_what_and_keeps_the_change() {
        Verdict verdict = Verdict.of(moved(2, .1), new Basis(3, 3, .4, OptionalDouble.empty()));
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(verdict.lacks()).containsExactly(Basis.Lack.PARTICIPATION);
        assertThat(verdict.change()).contains(new Change(2, .1));
        AnchoredChange anchor = AnchoredChange.at(Line.start(3.6, .1).next(4, .05, 1, .004));
        assertThat(Verdict.of(anchor, new Basis(3, 0, 1, OptionalDouble.empty()))
                        .change())
                .isEmpty();
    }

    @Test
    void a_verdict_cannot_contradict_itself() {
        Optional<Change> change = Optional.of(new Change(.5, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(Outcome.NOT_ENOUGH_DATA, change, Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Verdict(Outcome.ROSE, change, Set.of(Basis.Lack.PARTICIPATION)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Verdict(Outcome.STEADY, Optional.empty(), Set.of()))
                .withMessageContaining("STEADY");
    }

    @Test
    void an_impossible_basis_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Basis(0, 3, 1, OptionalDouble.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Basis(3, -1, 1, OptionalDouble.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Basis(3, 3, 1.1, OptionalDouble.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Basis(3, 3, 1, OptionalDouble.of(-.1)));
    }

    private static Outcome outcome(double d, double se) {
        return Verdict.of(moved(d, se), ENOUGH).outcome();
    }

    private static AnchoredChange moved(double d, double se) {
        return new AnchoredChange(3 + d, se * se, 3, 0, 0, 9, 6);
    }

    private static void assertVerdict(TeamSeries series, int anchor, JsonNode expected, String what) {
        int before = (int) series.points().stream()
                .filter(point -> point.pulse() <= anchor)
                .count();
        AnchoredChange change = series.changeSince(anchor);
        assertThat(before).as(what).isEqualTo(expected.get("n_before").intValue());
        Verdict verdict = Verdict.of(change, new Basis(before, change.after(), 1, OptionalDouble.empty()));
        assertThat(verdict.outcome().name())
                .as(what)
                .isEqualTo(expected.get("verdict").stringValue());
    }
}
