package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groeipuls.scoring.CalibrationEstimate.Stated;
import org.groeipuls.scoring.ReleasedSeries.Point;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CalibrationEstimateTest {
    private static final Stated STATED = new Stated("learned@1", Map.of("PS1", .1), Map.of(), OptionalDouble.empty());

    @Test
    void the_noise_of_an_organisation_equals_the_reference() {
        JsonNode expected = Oracles.json("04_calibration.json");
        List<ReleasedSeries> series = organisation();
        double s02 = BetweenGroups.pooledVariance(series).orElseThrow();
        Oracles.assertClose(s02, expected.get("s02_pooled"), "s02");
        LagDifferences noise = LagDifferences.of(series, construct -> s02).orElseThrow();
        Oracles.assertClose(noise.q(), expected.get("q_raw"), "raw q");
        Oracles.assertClose(noise.kappa(), expected.get("kappa_raw"), "raw kappa");
        Calibration learned = CalibrationEstimate.of(series, STATED).orElseThrow();
        Oracles.assertClose(learned.q(), expected.get("q"), "q");
        Oracles.assertClose(learned.kappa(), expected.get("kappa"), "kappa");
        Oracles.assertClose(learned.s02("PS"), expected.get("s02_pooled"), "s02");
        assertThat(learned.calibrated()).isTrue();
        assertThat(learned.version()).isEqualTo("learned@1");
        assertThat(learned.offset("PS1")).isEqualTo(.1);
        assertThat(learned.gapVariance()).isEqualTo(.5);
    }

    @Test
    void the_variance_between_groups_is_that_of_the_analysis_of_variance() {
        List<GroupScores> groups =
                List.of(GroupScores.of(3, 4, 5), GroupScores.of(4, 4.5), GroupScores.of(1.5, 2, 3, 2.5));
        OneWay variance = OneWay.of(groups);
        List<ReleasedSeries> series = groups.stream()
                .map(group -> series(new Point(1, group.mean(), group.n(), 0, OptionalDouble.of(group.variance()))))
                .toList();
        double s02 = BetweenGroups.pooledVariance(series).orElseThrow();
        assertThat(s02).isCloseTo(variance.within(), within(1e-12));
        BetweenGroups between = BetweenGroups.of(series, s02).orElseThrow();
        assertThat(between.tau2()).isCloseTo(variance.tau2(), within(1e-12));
        assertThat(between.mu()).isCloseTo((12 + 8.5 + 9) / 9, within(1e-12));
    }

    @Test
    void knowing_only_classes_is_not_taken_for_a_difference_between_groups() {
        List<ReleasedSeries> exact = Stream.of(3.0, 4.0)
                .map(y -> series(new Point(1, y, 6, 0, OptionalDouble.empty())))
                .toList();
        List<ReleasedSeries> classes = Stream.of(3.0, 4.0)
                .map(y -> series(new Point(1, y, 6, .05, OptionalDouble.empty())))
                .toList();
        double known = BetweenGroups.of(exact, .5).orElseThrow().tau2();
        assertThat(known).isCloseTo(.5 - .5 / 6, within(1e-12));
        assertThat(BetweenGroups.of(classes, .5).orElseThrow().tau2()).isCloseTo(known - .05, within(1e-12));
    }

    @Test
    void pulses_weigh_by_their_groups_and_lone_groups_only_count_in_the_mean() {
        List<ReleasedSeries> series = List.of(
                series(point(1, 3), point(2, 3), point(3, 5)), series(point(1, 4), point(2, 4)), series(point(2, 5)));
        double first = .5 - .1;
        double second = 1 - .1;
        BetweenGroups between = BetweenGroups.of(series, .5).orElseThrow();
        assertThat(between.tau2()).isCloseTo((first + 2 * second) / 3, within(1e-12));
        assertThat(between.mu()).isCloseTo(4, within(1e-12));
        assertThat(BetweenGroups.of(List.of(series(point(1, 3))), .5)).isEmpty();
        assertThat(BetweenGroups.pooledVariance(series)).isEmpty();
    }

    @Test
    void the_variance_of_classes_is_taken_off_the_differences() {
        LagDifferences exact = LagDifferences.of(sawtooth(0), construct -> .5).orElseThrow();
        LagDifferences classes =
                LagDifferences.of(sawtooth(.02), construct -> .5).orElseThrow();
        assertThat(classes.q()).isCloseTo(exact.q(), within(1e-12));
        assertThat(classes.kappa()).isCloseTo(exact.kappa() - .04 / .2, within(1e-12));
    }

    @Test
    void what_may_be_used_stays_within_its_limits() {
        assertThat(new LagDifferences(-1, 2).usableQ()).isEqualTo(.0025);
        assertThat(new LagDifferences(-1, 2).usableKappa()).isEqualTo(1);
        assertThat(new LagDifferences(1, 0).usableQ()).isEqualTo(.04);
        assertThat(new LagDifferences(1, 0).usableKappa()).isEqualTo(.25);
        assertThat(new LagDifferences(.01, .6).usableQ()).isEqualTo(.01);
        assertThat(new LagDifferences(.01, .6).usableKappa()).isEqualTo(.6);
    }

    @Test
    void one_lag_does_not_tell_drift_from_noise() {
        List<ReleasedSeries> pairs = List.of(series(point(1, 3), point(2, 4)));
        assertThat(LagDifferences.of(pairs, construct -> .5)).isEmpty();
        assertThat(LagDifferences.of(List.of(), construct -> .5)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LagDifferences.of(pairs, construct -> 0))
                .withMessageContaining("s02 of PS");
    }

    @Test
    void thirty_groups_with_six_points_are_needed() {
        List<ReleasedSeries> thirty = organisation().subList(0, 30);
        assertThat(CalibrationEstimate.of(thirty, STATED)).isPresent();
        assertThat(CalibrationEstimate.of(thirty.subList(0, 29), STATED)).isEmpty();
        List<ReleasedSeries> shorter = new ArrayList<>(thirty);
        shorter.set(0, new ReleasedSeries("PS", thirty.getFirst().points().subList(0, 5)));
        assertThat(CalibrationEstimate.of(shorter, STATED)).isEmpty();
        shorter.set(0, new ReleasedSeries("PS", thirty.getFirst().points().subList(0, 6)));
        assertThat(CalibrationEstimate.of(shorter, STATED)).isPresent();
    }

    @Test
    void a_construct_that_few_groups_answered_keeps_the_defaults() {
        List<ReleasedSeries> series = new ArrayList<>(organisation());
        organisation().subList(0, 29).forEach(one -> series.add(new ReleasedSeries("CA", one.points())));
        Calibration learned = CalibrationEstimate.of(series, STATED).orElseThrow();
        assertThat(learned.mu()).containsOnlyKeys("PS");
        assertThat(learned.tau2()).containsOnlyKeys("PS");
        assertThat(learned.s02()).containsOnlyKeys("PS", "CA");
    }

    @Test
    void what_the_organisations_record_says_goes_before_what_is_pooled() {
        Stated recorded = new Stated("learned@2", Map.of(), Map.of("PS", .55), OptionalDouble.of(.6));
        Calibration learned = CalibrationEstimate.of(organisation(), recorded).orElseThrow();
        assertThat(learned.s02("PS")).isEqualTo(.55);
        assertThat(learned.gapVariance()).isEqualTo(.6);
    }

    @Test
    void groups_that_hardly_differ_leave_the_line_some_room() {
        List<ReleasedSeries> same = IntStream.range(0, 30)
                .mapToObj(group -> series(IntStream.rangeClosed(1, 6)
                        .mapToObj(pulse -> point(pulse, 5.2 + .001 * pulse))
                        .toArray(Point[]::new)))
                .toList();
        Calibration learned = CalibrationEstimate.of(same, STATED).orElseThrow();
        assertThat(learned.tau2("PS")).isEqualTo(CalibrationEstimate.LEAST_TAU2);
        assertThat(learned.mu("PS")).isEqualTo(5);
    }

    @Test
    void offsets_are_what_an_item_differs_from_its_fellows() {
        Map<String, Double> offsets = ItemOffsets.of(Map.of("PS1", 4.0, "PS2", 3.0, "PS3", 3.5));
        assertThat(offsets).containsExactlyInAnyOrderEntriesOf(Map.of("PS1", .5, "PS2", -.5, "PS3", .0));
        assertThatIllegalArgumentException().isThrownBy(() -> ItemOffsets.of(Map.of("PS1", 4.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> ItemOffsets.of(Map.of("PS1", 4.0, "PS2", Double.NaN)));
    }

    @Test
    void an_items_mean_weighs_blocks_by_their_answers_and_turns_reversed_ones() {
        List<BandedItem> blocks = List.of(
                new BandedItem("PS1", false, 6, new SumClass(24, 30)),
                new BandedItem("PS1", false, 12, new SumClass(34, 38)),
                new BandedItem("PS2", true, 5, new SumClass(12, 18)));
        assertThat(ItemOffsets.means(blocks))
                .hasEntrySatisfying("PS1", mean -> assertThat(mean).isCloseTo(63 / 18.0, within(1e-12)))
                .hasEntrySatisfying("PS2", mean -> assertThat(mean).isCloseTo(3, within(1e-12)));
    }

    @Test
    void points_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> series(point(1, 3), point(1, 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> point(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> point(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 3, 0, 0, OptionalDouble.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 3, 5, -1, OptionalDouble.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 3, 5, 0, OptionalDouble.of(-1)));
        assertThat(Point.banded(3, new BandedScale(3.5, .02, 6.5, 3)))
                .isEqualTo(new Point(3, 3.5, 6.5, .02, OptionalDouble.empty()));
    }

    /** Levels 0, 1, 0, 1 ... at n = 5, so that s0²/n + s0²/n = .2 at s0² = .5. */
    private static List<ReleasedSeries> sawtooth(double c) {
        return List.of(series(IntStream.rangeClosed(1, 8)
                .mapToObj(pulse -> new Point(pulse, pulse % 2, 5, c, OptionalDouble.empty()))
                .toArray(Point[]::new)));
    }

    private static Point point(int pulse, double y) {
        return new Point(pulse, y, 5, 0, OptionalDouble.empty());
    }

    private static ReleasedSeries series(Point... points) {
        return new ReleasedSeries("PS", List.of(points));
    }

    private static List<ReleasedSeries> organisation() {
        Map<String, List<Point>> teams = new LinkedHashMap<>();
        for (Map<String, String> row : Oracles.csv("04_calibration_org.csv")) {
            teams.computeIfAbsent(row.getOrDefault("team", ""), team -> new ArrayList<>())
                    .add(new Point(
                            Integer.parseInt(row.getOrDefault("pulse", "")),
                            Double.parseDouble(row.getOrDefault("y", "")),
                            Integer.parseInt(row.getOrDefault("n", "")),
                            0,
                            OptionalDouble.of(Double.parseDouble(row.getOrDefault("s2", "")))));
        }
        return teams.values().stream()
                .map(points -> new ReleasedSeries("PS", points))
                .toList();
    }
}
