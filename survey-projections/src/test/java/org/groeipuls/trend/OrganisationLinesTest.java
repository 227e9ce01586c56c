package org.groeipuls.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.scoring.Ewma;
import org.groeipuls.scoring.MannKendall;
import org.groeipuls.scoring.SegmentedRegression;
import org.groeipuls.scoring.Series;
import org.groeipuls.scoring.TheilSen;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.OrganisationLine.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrganisationLinesTest {
    private static final String CONSTRUCT = "candour";
    private static final LocalDate DAY = LocalDate.parse("2027-02-01");
    private static final Path ORACLE = Path.of("..", "docs", "oracles", "09_segmented.json");

    private final PlantedTrends planted = new PlantedTrends();

    @AfterEach
    void close() {
        planted.close();
    }

    private OrganisationLine line() {
        return planted.organisation().read(CONSTRUCT);
    }

    private static LocalDate month(int number) {
        return DAY.plusDays(28L * number);
    }

    /** A pulse of everybody each month, of one group. */
    private void months(double... values) {
        for (int number = 1; number <= values.length; number++) {
            planted.answered("a", CONSTRUCT, number, "m%02d".formatted(number), month(number), 8, values[number - 1]);
        }
    }

    @Test
    void a_point_is_the_mean_over_blocks_weighted_by_answers_and_a_merged_block_counts_once() {
        planted.answered("a", CONSTRUCT, 1, "p", DAY, 10, 3);
        planted.answered("b", CONSTRUCT, 1, "p", DAY, 30, 4);
        planted.merged(CONSTRUCT, 1, "p", DAY, 8, 2, "c", "d");

        var point = line().points().getFirst();
        assertThat(point.value()).isCloseTo((10 * 3 + 30 * 4 + 8 * 2) / 48.0, within(1e-12));
        assertThat(point.n()).isEqualTo(48);
        assertThat(point.blocks()).isEqualTo(3);
        assertThat(point.groups()).isEqualTo(4);
    }

    @Test
    void pulses_of_parts_are_one_point_until_a_group_is_asked_again_or_a_month_is_over() {
        planted.answered("a", CONSTRUCT, 1, "p1", DAY, 10, 3);
        planted.answered("b", CONSTRUCT, 1, "p2", DAY.plusDays(7), 10, 4);
        planted.answered("a", CONSTRUCT, 2, "p3", DAY.plusDays(14), 10, 5);
        planted.answered("b", CONSTRUCT, 2, "p4", DAY.plusDays(42), 10, 1);

        assertThat(line().points())
                .extracting(
                        point -> point.round() + " " + point.pulses() + " " + point.value() + " " + point.closedOn())
                .containsExactly(
                        "1 [pulse:p1, pulse:p2] 3.5 " + DAY.plusDays(7),
                        "2 [pulse:p3] 5.0 " + DAY.plusDays(14),
                        "3 [pulse:p4] 1.0 " + DAY.plusDays(42));
    }

    private List<String> pulses() {
        return line().points().stream().map(point -> point.pulses().toString()).toList();
    }

    @Test
    void also_in_a_later_round_pulses_of_parts_are_one_point() {
        planted.answered("a", CONSTRUCT, 1, "p1", DAY, 10, 3);
        planted.answered("b", CONSTRUCT, 1, "p2", DAY.plusDays(7), 10, 4);
        planted.answered("a", CONSTRUCT, 2, "p3", DAY.plusDays(28), 10, 5);
        planted.answered("b", CONSTRUCT, 2, "p4", DAY.plusDays(35), 10, 1);

        assertThat(pulses()).containsExactly("[pulse:p1, pulse:p2]", "[pulse:p3, pulse:p4]");
    }

    @Test
    void a_month_goes_from_the_first_pulse_of_a_round_and_not_from_its_last() {
        planted.answered("a", CONSTRUCT, 1, "p1", DAY, 10, 3);
        planted.answered("b", CONSTRUCT, 1, "p2", DAY.plusDays(20), 10, 4);
        planted.answered("c", CONSTRUCT, 1, "p3", DAY.plusDays(27), 10, 5);
        planted.answered("d", CONSTRUCT, 1, "p4", DAY.plusDays(28), 10, 1);

        assertThat(pulses()).containsExactly("[pulse:p1, pulse:p2, pulse:p3]", "[pulse:p4]");
    }

    @Test
    void a_round_that_did_not_ask_takes_its_time_and_is_no_point() {
        planted.answered("a", CONSTRUCT, 1, "p1", month(1), 10, 3);
        planted.answered("a", "vision", 2, "p2", month(2), 10, 3);
        planted.answered("a", CONSTRUCT, 3, "p3", month(3), 10, 3);

        assertThat(line().points()).extracting(Point::round).containsExactly(1, 3);
    }

    @Test
    void what_another_rule_measured_is_another_line_and_only_the_latest_is_tested() {
        months(1, 1, 1, 1, 1, 1, 1, 1);
        planted.rule("mine@1");
        planted.answered("a", CONSTRUCT, 9, "m09", month(9), 8, 4);

        assertThat(line().points()).extracting(Point::line).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 2);
        assertThat(line().tests()).isEqualTo(new TrendTests(1, 7, null, null));
    }

    @Test
    void a_group_of_which_nothing_was_shown_by_another_rule_begins_no_line() {
        months(1, 1);
        planted.rule("mine@1");
        planted.withheld("b", CONSTRUCT, 1, "m02", month(2));

        assertThat(line().points()).extracting(Point::line).containsExactly(1, 1);
    }

    @Test
    void eight_points_are_tested_as_any_series_is() {
        months(3.2, 3.4, 3.4, 3.1, 3.6, 3.6, 3.8);
        assertThat(line().tests().missing()).isEqualTo(1);
        planted.answered("a", CONSTRUCT, 8, "m08", month(8), 8, 3.4);

        var series = new Series(
                Stream.iterate(1.0, time -> time + 1).limit(8).toList(),
                List.of(3.2, 3.4, 3.4, 3.1, 3.6, 3.6, 3.8, 3.4));
        assertThat(Objects.requireNonNull(line().tests().mannKendall()).p())
                .isEqualTo(MannKendall.of(series).p());
        assertThat(Objects.requireNonNull(line().tests().theilSen()).interval())
                .isEqualTo(TheilSen.of(series).interval());
    }

    @Test
    void from_the_twenty_first_point_on_the_line_is_held_against_its_first_twenty() {
        double[] values = new double[20];
        for (int at = 0; at < 20; at++) {
            values[at] = 3.5 + .1 * Math.sin(at);
        }
        months(values);
        assertThat(line().chart()).isEqualTo(new ControlChart(1, null, List.of()));

        planted.answered("a", CONSTRUCT, 21, "m21", month(21), 8, 3.5);
        planted.answered("a", CONSTRUCT, 22, "m22", month(22), 8, 5);
        var chart = line().chart();
        var expected = Ewma.after(values);
        assertThat(chart.missing()).isZero();
        assertThat(chart.ewma()).isEqualTo(expected);
        assertThat(chart.points()).extracting(ControlChart.Point::left).containsExactly(false, true);
        assertThat(chart.points()).extracting(ControlChart.Point::round).containsExactly(21, 22);
        assertThat(chart.points().getLast().z())
                .isEqualTo(expected.chart(3.5, 5).getLast().z());
        assertThat(chart.points().getLast().limits())
                .isEqualTo(expected.chart(3.5, 5).getLast().expected());
    }

    @Test
    void a_baseline_that_never_moved_sets_no_limits() {
        months(Stream.generate(() -> 3.3)
                .limit(22)
                .mapToDouble(Double::doubleValue)
                .toArray());

        assertThat(line().chart()).isEqualTo(new ControlChart(0, null, List.of()));
    }

    private SegmentedRegression twelvePoints() {
        var known = JsonMapper.shared().readTree(ORACLE.toFile()).get("a");
        List<SegmentedRegression.Point> points = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            double n = known.get("n").get(number - 1).doubleValue();
            double y = known.get("y").get(number - 1).doubleValue();
            planted.answered("a", CONSTRUCT, number, "m%02d".formatted(number), month(number), n, y);
            points.add(new SegmentedRegression.Point(number, y, n));
        }
        return SegmentedRegression.of(points, 7);
    }

    @Test
    void around_what_teams_began_together_the_line_bends_as_the_reference_says() {
        var expected = twelvePoints();
        planted.done("one", LearningForm.INTERVISIE, LeaderRole.PARTICIPANT, month(6).plusDays(1), null, "a");
        planted.done("two", LearningForm.INTERVISIE, LeaderRole.PARTICIPANT, month(6).plusDays(1), null, "b");

        assertThat(line().around()).hasSize(1);
        var around = line().around().getFirst();
        assertThat(around.teams()).isEqualTo(new TreeSet<>(List.of(new TeamId("a"), new TeamId("b"))));
        assertThat(around.interventions()).hasSize(2);
        assertThat(around.before()).isEqualTo(6);
        assertThat(around.after()).isEqualTo(6);
        var fit = Objects.requireNonNull(around.regression());
        assertThat(fit.step().estimate()).isCloseTo(.174747520551855, within(1e-9));
        assertThat(fit.step().se()).isCloseTo(expected.step().se(), within(1e-9));
        assertThat(fit.turn().estimate()).isCloseTo(expected.turn().estimate(), within(1e-9));
        assertThat(fit.trend().estimate()).isCloseTo(expected.trend().estimate(), within(1e-9));
    }

    /** A bend of .05 a round and no step, in rounds 1, 4, ... 37; what was begun after the 19th could show in the 20th. */
    @Test
    void a_round_that_did_not_ask_is_counted_since_the_beginning_too() {
        for (int number = 1; number <= 37; number++) {
            boolean asked = number % 3 == 1;
            double value = 3 + .05 * Math.max(0, number - 19);
            planted.answered(
                    "a", asked ? CONSTRUCT : "vision", number, "m%02d".formatted(number), month(number), 8, value);
        }
        planted.done(
                "one",
                LearningForm.INTERVISIE,
                LeaderRole.PARTICIPANT,
                month(19).plusDays(1),
                null,
                "a");

        var fit = Objects.requireNonNull(line().around().getFirst().regression());
        assertThat(fit.step().estimate()).isCloseTo(0, within(1e-9));
        assertThat(fit.turn().estimate()).isCloseTo(.05, within(1e-9));
    }

    @Test
    void a_pulse_that_some_could_still_answer_when_it_began_is_after_it() {
        twelvePoints();
        planted.done("on", LearningForm.RITUAL, LeaderRole.ABSENT, month(6), null, "a");

        assertThat(line().around().getFirst().before()).isEqualTo(5);
    }

    @Test
    void with_one_point_on_a_side_or_fewer_than_twelve_nothing_is_fitted() {
        twelvePoints();
        planted.done("late", LearningForm.RITUAL, LeaderRole.ABSENT, month(12), null, "a");
        planted.done("first", LearningForm.INTERVISIE, LeaderRole.ABSENT, month(2), null, "a");
        planted.done("second", LearningForm.INTERVISIE, LeaderRole.ABSENT, month(3), null, "a");

        assertThat(line().around())
                .extracting(one -> one.before() + " " + one.after() + " " + (one.regression() != null))
                .containsExactly("1 11 false", "2 10 true", "11 1 false");
        assertThat(AroundMarker.regression(line().points().subList(0, 11), 6, 7))
                .isNull();
    }
}
