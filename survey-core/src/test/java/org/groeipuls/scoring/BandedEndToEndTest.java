package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groeipuls.scoring.FourTeams.Administration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reference case 15: the same four teams when only sum classes are released. */
class BandedEndToEndTest {
    private static final int K = 5;

    @Test
    void the_answers_release_exactly_the_classes_of_the_reference() {
        FourTeams teams = FourTeams.read("15_classmode_expected.json");
        List<Map<String, String>> released = Oracles.csv("15_released_classes.csv");
        int checked = 0;
        for (Administration at : teams.rosters().keySet()) {
            for (ScaleItem item : teams.items().values()) {
                Optional<BandedItem> expected = released.stream()
                        .filter(row ->
                                Administration.of(row).equals(at) && item.id().equals(row.get("item")))
                        .map(row -> item(teams, row))
                        .findFirst();
                assertThat(fromAnswers(teams, at, item))
                        .as(at + " " + item.id())
                        .isEqualTo(expected);
                checked += expected.isPresent() ? 1 : 0;
            }
        }
        assertThat(checked).isEqualTo(released.size());
    }

    @Test
    void every_snapshot_equals_the_reference() {
        FourTeams teams = FourTeams.read("15_classmode_expected.json");
        Set<String> seen = new HashSet<>();
        Oracles.each(teams.expected().get("snapshots")).forEach(expected -> {
            Administration at = Administration.of(expected);
            String construct = expected.get("scale").stringValue();
            String what = at + " " + construct;
            seen.add(what);
            BandedScale scale = scale(teams, at, construct).orElseThrow();
            double s02 = teams.calibration().s02(construct);
            Oracles.assertClose(scale.y(), expected.get("y"), what + " y");
            Oracles.assertClose(scale.roundingVariance(), expected.get("rounding_variance"), what + " c");
            Oracles.assertClose(scale.n(), expected.get("n_mean"), what + " n");
            assertThat(scale.items()).as(what).isEqualTo(expected.get("J").intValue());
            assertThat(teams.eligible(at)).isEqualTo(expected.get("roster_n").intValue());
            Oracles.assertClose(noise(teams, construct, scale), expected.get("R"), what + " R");
            Interval interval = Snapshot.banded(scale, teams.eligible(at), s02);
            Oracles.assertClose(interval, expected.get("lo"), expected.get("hi"), what);
        });
        for (Administration at : teams.rosters().keySet()) {
            for (String construct : FourTeams.LINES) {
                assertThat(scale(teams, at, construct).isPresent()).isEqualTo(seen.contains(at + " " + construct));
            }
        }
    }

    @Test
    void every_line_and_change_equals_the_reference() {
        FourTeams teams = FourTeams.read("15_classmode_expected.json");
        Oracles.each(teams.expected().get("trends")).forEach(expected -> {
            String what = expected.get("team") + " " + expected.get("scale");
            TeamSeries series = series(teams, expected);
            ExactEndToEndTest.assertLine(series, expected.get("line"), what);
            AnchoredChangeTest.assertChange(
                    series.changeSince(teams.expected().get("anchor_pulse").intValue()), expected.get("change"), what);
        });
    }

    @Test
    void every_say_do_gap_equals_the_reference() {
        FourTeams teams = FourTeams.read("15_classmode_expected.json");
        double gapVariance = teams.expected().get("s2_d").doubleValue();
        Oracles.each(teams.expected().get("say_do_gap_F1")).forEach(expected -> {
            Administration at = Administration.of(expected);
            PairedGap gap = PairedGap.banded(
                            items(teams, at, List.of("SV1", "SV2", "SV3")),
                            items(teams, at, List.of("LR1", "LR2", "LR3")),
                            gapVariance,
                            GapRule.SCALES)
                    .orElseThrow();
            Oracles.assertClose(gap.say(), expected.get("say"), at + " say");
            Oracles.assertClose(gap.practice(), expected.get("do"), at + " do");
            Oracles.assertClose(gap.gap(), expected.get("gap"), at + " gap");
            Oracles.assertClose(gap.se(), expected.get("se"), at + " SE");
            Oracles.assertClose(gap.lowerBound(), expected.get("lb95"), at + " bound");
            assertThat(gap.pattern(GapRule.SCALES))
                    .isEqualTo(expected.get("pattern").booleanValue());
        });
    }

    static TeamSeries series(FourTeams teams, JsonNode trend) {
        String construct = trend.get("scale").stringValue();
        Calibration calibration = teams.calibration();
        List<TeamSeries.Point> points = new ArrayList<>();
        for (int pulse = 1; pulse <= 10; pulse++) {
            int number = pulse;
            scale(teams, new Administration(trend.get("team").stringValue(), pulse), construct)
                    .ifPresent(scale ->
                            points.add(new TeamSeries.Point(number, scale.y(), noise(teams, construct, scale))));
        }
        return new TeamSeries(calibration.mu(construct), calibration.tau2(construct), calibration.q(), points);
    }

    private static double noise(FourTeams teams, String construct, BandedScale scale) {
        Calibration calibration = teams.calibration();
        return Noise.banded(calibration.kappa(), calibration.s02(construct), scale.n(), scale.roundingVariance());
    }

    private static Optional<BandedScale> scale(FourTeams teams, Administration at, String construct) {
        List<String> ids = teams.items().keySet().stream()
                .filter(id -> construct.equals(teams.scales().get(id)))
                .toList();
        return BandedScale.of(items(teams, at, ids), teams.calibration());
    }

    private static List<BandedItem> items(FourTeams teams, Administration at, List<String> ids) {
        return teams.items().values().stream()
                .filter(item -> ids.contains(item.id()))
                .flatMap(item -> fromAnswers(teams, at, item).stream())
                .toList();
    }

    private static Optional<BandedItem> fromAnswers(FourTeams teams, Administration at, ScaleItem item) {
        List<Integer> answers = teams.rows(at).stream()
                .flatMap(row -> Optional.ofNullable(row.get(item.id())).stream())
                .toList();
        if (answers.size() < K) {
            return Optional.empty();
        }
        int sum = answers.stream().mapToInt(Integer::intValue).sum();
        SumClass sumClass = SumClasses.of(answers.size()).containing(sum);
        return Optional.of(new BandedItem(item.id(), item.reversed(), answers.size(), sumClass));
    }

    private static BandedItem item(FourTeams teams, Map<String, String> row) {
        String id = row.getOrDefault("item", "");
        ScaleItem item = teams.items().getOrDefault(id, new ScaleItem(id, false));
        return new BandedItem(
                id,
                item.reversed(),
                Integer.parseInt(row.getOrDefault("n_item", "")),
                new SumClass(
                        Integer.parseInt(row.getOrDefault("class_lo", "")),
                        Integer.parseInt(row.getOrDefault("class_hi", ""))));
    }
}
