package org.groeipuls.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TeamTrend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pulse p-n was counted on day n. */
class MovedTest {
    private static final LocalDate DAY_0 = LocalDate.parse("2027-01-01");

    private final List<OutcomeStated> stated = new ArrayList<>();

    @Test
    void without_outcomes_the_list_is_empty() {
        assertThat(moved()).isEqualTo(new Moved(Checkpoint.VERDICT, 0, List.of()));
    }

    @Test
    void a_line_is_listed_by_what_is_sure_of_all_lines_together() {
        said("a", "candour", 100, .4, .2);
        assertThat(moved().lines()).as("p is .046 alone").hasSize(1);

        said("b", "candour", 100, 0, .2);
        assertThat(moved().lines()).as("p is .091 among two").hasSize(1);
        assertThat(moved().lines().getFirst().adjustedP()).isCloseTo(2 * new Change(.4, .2).p(), within(1e-9));

        said("c", "candour", 100, 0, .2);
        assertThat(moved().lines()).as("p is .137 among three").isEmpty();
        assertThat(moved().looked()).isEqualTo(3);
    }

    @Test
    void what_is_sure_and_less_than_a_fifth_of_a_point_is_looked_at_and_not_listed() {
        said("a", "candour", 100, .19, .01);
        said("b", "candour", 100, -.2, .01);

        assertThat(moved().looked()).isEqualTo(2);
        assertThat(groups()).containsExactly("b candour -0.2");
    }

    @Test
    void lines_come_in_the_order_of_groups_and_constructs_and_not_of_sizes() {
        said("b", "candour", 100, .9, .01);
        said("a", "vision", 100, -.5, .01);
        said("b", "boldness", 100, .3, .01);
        said("a", "candour", 100, .7, .01);

        assertThat(groups()).containsExactly("a candour 0.7", "a vision -0.5", "b boldness 0.3", "b candour 0.9");
    }

    @Test
    void the_latest_round_counts_and_parts_of_the_organisation_within_four_weeks_belong_to_it() {
        said("a", "candour", 100, .5, .01);
        said("b", "candour", 73, .5, .01);
        said("c", "candour", 72, .5, .01);

        assertThat(moved().looked()).isEqualTo(2);
        assertThat(groups()).containsExactly("a candour 0.5", "b candour 0.5");
    }

    @Test
    void markers_other_checkpoints_and_what_could_not_be_judged_are_not_looked_at() {
        said("a", "candour", 100, .5, .01);
        stated.add(outcome("b", "candour", 100, .5, .01, Checkpoint.EARLY_SIGN, Outcome.ROSE, null));
        stated.add(outcome("c", "candour", 100, .5, .01, Checkpoint.VERDICT, Outcome.NOT_ENOUGH_DATA, null));
        stated.add(
                outcome("d", "candour", 100, .5, .01, Checkpoint.VERDICT, Outcome.ROSE, new InterventionId("cases")));
        stated.add(
                outcome("e", "candour", 190, .5, .01, Checkpoint.VERDICT, Outcome.ROSE, new InterventionId("cases")));

        assertThat(moved().looked()).isEqualTo(1);
        assertThat(groups()).containsExactly("a candour 0.5");
        assertThat(Moved.of(stated, Checkpoint.EARLY_SIGN, MovedTest::counted).lines())
                .extracting(line -> line.group().value())
                .containsExactly("b");
    }

    @Test
    void an_outcome_of_a_pulse_whose_count_is_not_known_is_left_out() {
        said("a", "candour", 100, .5, .01);
        said("b", "candour", -1, .5, .01);

        assertThat(moved().looked()).isEqualTo(1);
    }

    private void said(String group, String construct, int day, double d, double se) {
        stated.add(outcome(group, construct, day, d, se, Checkpoint.VERDICT, Outcome.NO_CLEAR_CHANGE, null));
    }

    private static OutcomeStated outcome(
            String group,
            String construct,
            int day,
            double d,
            double se,
            Checkpoint checkpoint,
            Outcome result,
            @Nullable InterventionId marker) {
        var id = new GroupId(group);
        var anchor = new Anchored(new PulseId("p-0"), 1, marker);
        var change = new Change(d, se);
        var lacks = new TreeSet<Basis.Lack>();
        if (result == Outcome.NOT_ENOUGH_DATA) {
            lacks.add(Basis.Lack.PARTICIPATION);
        }
        return new OutcomeStated(
                OutcomeId.of(id, construct, anchor, checkpoint),
                id,
                construct,
                anchor,
                checkpoint,
                new PulseId("p-" + day),
                result,
                lacks,
                d,
                se,
                change.p(),
                change.mde80(),
                null,
                TeamTrend.RULE,
                "default@1");
    }

    private Moved moved() {
        return Moved.of(stated, Checkpoint.VERDICT, MovedTest::counted);
    }

    private List<String> groups() {
        return moved().lines().stream()
                .map(line -> line.group().value() + " " + line.construct() + " " + line.d())
                .toList();
    }

    private static Optional<LocalDate> counted(PulseId pulse) {
        int day = Integer.parseInt(pulse.value().substring(2));
        return day < 0 ? Optional.empty() : Optional.of(DAY_0.plusDays(day));
    }
}
