package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold for any answers; every repetition has its own seed. */
class PropertiesTest {
    private static final int TIMES = 25;

    @RepeatedTest(TIMES)
    void another_order_of_the_answers_changes_nothing(RepetitionInfo seed) {
        Random chance = new Random(seed.getCurrentRepetition());
        Scale scale = scale(chance);
        Calibration calibration = offsets(chance, scale);
        List<Map<String, Integer>> rows = rows(chance, scale);
        List<Map<String, Integer>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, chance);
        assertThat(ScaleMoments.of(scale, shuffled, calibration)).isEqualTo(ScaleMoments.of(scale, rows, calibration));
        Scale say = new Scale("SV", scale.items().subList(0, 2));
        Scale practice = new Scale("LR", scale.items().subList(2, 4));
        assertThat(PairMoments.of(say, practice, shuffled)).isEqualTo(PairMoments.of(say, practice, rows));
    }

    @RepeatedTest(TIMES)
    void mirrored_answers_to_mirrored_items_change_nothing(RepetitionInfo seed) {
        Random chance = new Random(seed.getCurrentRepetition());
        Scale scale = scale(chance);
        Calibration calibration = offsets(chance, scale);
        List<Map<String, Integer>> rows = rows(chance, scale);
        Scale mirrored = new Scale(
                scale.construct(),
                scale.items().stream()
                        .map(item -> new ScaleItem(item.id(), !item.reversed()))
                        .toList());
        List<Map<String, Integer>> mirror =
                rows.stream().map(PropertiesTest::mirrored).toList();
        assertThat(ScaleMoments.of(mirrored, mirror, calibration)).isEqualTo(ScaleMoments.of(scale, rows, calibration));
    }

    @RepeatedTest(TIMES)
    void a_mirrored_class_of_a_mirrored_item_has_the_same_midpoint(RepetitionInfo seed) {
        Random chance = new Random(seed.getCurrentRepetition());
        int n = chance.nextInt(5, 40);
        SumClass sum = SumClasses.of(n).containing(chance.nextInt(n, 5 * n + 1));
        SumClass mirror = new SumClass(6 * n - sum.high(), 6 * n - sum.low());
        BandedItem item = new BandedItem("PS1", false, n, sum);
        BandedItem turned = new BandedItem("PS1", true, n, mirror);
        assertThat(turned.midpoint()).isCloseTo(item.midpoint(), within(1e-12));
        assertThat(turned.roundingVariance()).isEqualTo(item.roundingVariance());
    }

    @RepeatedTest(TIMES)
    void a_withheld_pulse_equals_a_missing_one(RepetitionInfo seed) {
        TeamSeries series = series(new Random(seed.getCurrentRepetition()), 12);
        int lost = series.points().get(4).pulse();
        List<TeamSeries.Point> kept =
                series.points().stream().filter(point -> point.pulse() != lost).toList();
        TeamSeries without = new TeamSeries(series.mu(), series.tau2(), series.q(), kept);
        Line gone = series.lines().get(3);
        for (TeamSeries.Point point : series.points().subList(5, series.points().size())) {
            gone = gone.next(point.y(), point.r(), point.pulse(), series.q());
        }
        assertThat(gone).isEqualTo(without.lines().getLast());
    }

    @RepeatedTest(TIMES)
    void the_change_since_an_anchor_is_the_exact_conditional_expectation(RepetitionInfo seed) {
        Random chance = new Random(seed.getCurrentRepetition());
        TeamSeries series = series(chance, 10);
        int anchor = 2 + chance.nextInt(5);
        Change change =
                series.changeSince(series.points().get(anchor).pulse()).change().orElseThrow();
        Change exact = Conditioning.change(series, anchor);
        assertThat(change.d()).isCloseTo(exact.d(), within(1e-10));
        assertThat(change.se()).isCloseTo(exact.se(), within(1e-10));
    }

    @RepeatedTest(TIMES)
    void another_zero_of_the_scale_moves_the_line_and_leaves_the_change(RepetitionInfo seed) {
        TeamSeries series = series(new Random(seed.getCurrentRepetition()), 9);
        TeamSeries moved = new TeamSeries(
                series.mu() + 7,
                series.tau2(),
                series.q(),
                series.points().stream()
                        .map(point -> new TeamSeries.Point(point.pulse(), point.y() + 7, point.r()))
                        .toList());
        int anchor = series.points().get(3).pulse();
        assertThat(moved.lines().getLast().m())
                .isCloseTo(series.lines().getLast().m() + 7, within(1e-9));
        Change change = series.changeSince(anchor).change().orElseThrow();
        Change same = moved.changeSince(anchor).change().orElseThrow();
        assertThat(same.d()).isCloseTo(change.d(), within(1e-9));
        assertThat(same.se()).isEqualTo(change.se());
    }

    @RepeatedTest(TIMES)
    void adjusted_values_keep_the_order_and_never_fall_below_the_raw_ones(RepetitionInfo seed) {
        Random chance = new Random(seed.getCurrentRepetition());
        List<Double> p = chance.doubles(20).map(x -> x * x).boxed().toList();
        List<Double> adjusted = BenjaminiHochberg.adjusted(p);
        List<Double> backwards = BenjaminiHochberg.adjusted(p.reversed()).reversed();
        assertThat(backwards).isEqualTo(adjusted);
        for (int one = 0; one < 20; one++) {
            assertThat(adjusted.get(one)).isBetween(p.get(one), 1.0);
            for (int other = 0; other < 20; other++) {
                if (p.get(one) < p.get(other)) {
                    assertThat(adjusted.get(one)).isLessThanOrEqualTo(adjusted.get(other));
                }
            }
        }
    }

    @RepeatedTest(TIMES)
    void a_snapshot_lies_around_its_mean_and_narrows_as_more_people_answer(RepetitionInfo seed) {
        Random chance = new Random(seed.getCurrentRepetition());
        double mean = 1.5 + 3 * chance.nextDouble();
        double wide = 5;
        for (int n = 5; n < 20; n++) {
            Interval band = Snapshot.exact(mean, OptionalDouble.of(.4), n, 20, .5);
            assertThat(band.contains(mean)).isTrue();
            assertThat(band.width()).isLessThan(wide);
            wide = band.width();
        }
    }

    private static TeamSeries series(Random chance, int points) {
        List<TeamSeries.Point> series = new ArrayList<>();
        int pulse = 0;
        for (int at = 0; at < points; at++) {
            pulse += 1 + chance.nextInt(3);
            series.add(new TeamSeries.Point(pulse, 3.5 + chance.nextGaussian() / 2, .02 + .1 * chance.nextDouble()));
        }
        return new TeamSeries(3.6, .05 + .1 * chance.nextDouble(), .0025 + .01 * chance.nextDouble(), series);
    }

    private static Scale scale(Random chance) {
        return new Scale(
                "PS",
                IntStream.rangeClosed(1, 4)
                        .mapToObj(item -> new ScaleItem("PS" + item, chance.nextBoolean()))
                        .toList());
    }

    private static Calibration offsets(Random chance, Scale scale) {
        Map<String, Double> offsets = new HashMap<>();
        scale.items().forEach(item -> offsets.put(item.id(), chance.nextInt(-40, 41) / 100.0));
        return new Calibration("seeded@1", offsets, Map.of(), Map.of(), Map.of(), 1, .0025, .5, true);
    }

    private static List<Map<String, Integer>> rows(Random chance, Scale scale) {
        List<Map<String, Integer>> rows = new ArrayList<>();
        for (int person = 0; person < 12; person++) {
            Map<String, Integer> row = new HashMap<>();
            for (ScaleItem item : scale.items()) {
                if (chance.nextInt(6) > 0) {
                    row.put(item.id(), 1 + chance.nextInt(5));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Integer> mirrored(Map<String, Integer> row) {
        Map<String, Integer> mirror = new HashMap<>();
        row.forEach((item, answer) -> mirror.put(item, 6 - answer));
        return mirror;
    }
}
