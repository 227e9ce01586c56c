package org.groeipuls.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.GapRule;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.junit.jupiter.api.Test;

class SupportingTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");

    private final List<Evidence> evidence = new ArrayList<>();

    private static TreeSet<TeamId> teams(String... ids) {
        return new TreeSet<>(List.of(ids).stream().map(TeamId::new).toList());
    }

    private void said(String group, String item, double mean, LocalDate countedOn, String... teams) {
        evidence.add(new Evidence(
                new GroupId(group), teams(teams), item, new PulseId("p" + evidence.size()), countedOn, mean));
    }

    private void said(String group, String item, double mean) {
        said(group, item, mean, TODAY.minusDays(10), group);
    }

    private static Occasion occasion(String group) {
        return new Occasion(
                new GroupId(group),
                teams(group),
                "M2",
                new PulseId("now"),
                TODAY,
                new InstrumentKey("groeipuls", 1),
                new PairedGap(8, 4, 3, 1, .1, .8),
                GapRule.SCALES,
                "default@1");
    }

    private boolean silence(String group) {
        return new Supporting(evidence).silenceIsHeard(occasion(group), TODAY);
    }

    private boolean careless(String group) {
        return new Supporting(evidence).celebratingSeemsCareless(occasion(group), TODAY);
    }

    private boolean fear(String group) {
        return new Supporting(evidence).fearOfCelebrating(occasion(group), TODAY);
    }

    @Test
    void silence_heard_half_a_point_above_the_middle_group_is_evidence() {
        said("roads", "HS", 3.0);
        said("parks", "HS", 2.5);
        said("water", "HS", 2.0);
        assertThat(silence("roads")).isTrue();
        assertThat(silence("parks")).isFalse();
        said("waste", "HS", 2.6);
        // the middle is 2.55 now
        assertThat(silence("roads")).isFalse();
    }

    @Test
    void with_two_groups_nobody_knows_what_is_usual() {
        said("roads", "HS", 5);
        said("parks", "HS", 1);
        assertThat(silence("roads")).isFalse();
    }

    @Test
    void the_belief_that_celebrating_makes_careless_is_evidence_from_three_and_a_half() {
        said("roads", "B4", 3.5);
        said("parks", "B4", 3.4);
        said("water", "HS", 5);
        assertThat(careless("roads")).isTrue();
        assertThat(careless("parks")).isFalse();
        assertThat(careless("water")).isFalse();
    }

    @Test
    void where_that_is_believed_and_seldom_celebrated_it_is_called_fear() {
        said("roads", "B4", 3.5);
        assertThat(fear("roads")).as("nothing known of celebrating").isFalse();
        said("roads", "ETL3", 2.9);
        said("parks", "B4", 3.5);
        said("parks", "ETL3", 3.0);
        said("water", "B4", 3.4);
        said("water", "ETL3", 2.0);
        assertThat(fear("roads")).isTrue();
        assertThat(fear("parks")).isFalse();
        assertThat(fear("water")).isFalse();
    }

    @Test
    void the_latest_figure_counts_for_a_year_and_for_the_same_teams_only() {
        said("roads", "B4", 4, TODAY.minusDays(300), "roads");
        assertThat(careless("roads")).isTrue();
        said("roads", "B4", 3, TODAY.minusDays(5), "roads");
        assertThat(careless("roads")).isFalse();
        said("parks", "B4", 4, TODAY.minusDays(401), "parks");
        assertThat(careless("parks")).isFalse();
        said("water", "B4", 4, TODAY.minusDays(5), "water", "waste");
        assertThat(careless("water")).isFalse();
        said("waste", "B4", 4, TODAY.plusDays(1), "waste");
        assertThat(careless("waste")).isFalse();
    }
}
