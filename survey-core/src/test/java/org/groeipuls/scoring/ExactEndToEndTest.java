package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.scoring.FourTeams.Administration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reference case 13: raw answers of four teams in ten pulses to scores, intervals, agreement, lines and gaps. */
class ExactEndToEndTest {
    private static final int K = 5;

    @Test
    void every_snapshot_equals_the_reference() {
        FourTeams teams = FourTeams.read("13_e2e_expected.json");
        List<JsonNode> snapshots =
                Oracles.each(teams.expected().get("snapshots")).toList();
        for (JsonNode expected : snapshots) {
            Administration at = Administration.of(expected);
            String construct = expected.get("scale").stringValue();
            Scale scale = scale(teams, expected);
            ScaleMoments moments = ScaleMoments.of(scale, teams.rows(at), teams.calibration());
            String what = at + " " + construct;
            assertThat(moments.n()).as(what).isEqualTo(expected.get("n_valid").intValue());
            assertThat(moments.n() < K)
                    .as(what)
                    .isEqualTo(expected.get("status").stringValue().equals("SUPPRESSED"));
            if (moments.n() >= K) {
                assertMoments(moments, expected, what);
                assertIntervals(moments, teams.eligible(at), teams.calibration().s02(construct), expected, what);
            }
        }
    }

    @Test
    void every_line_and_change_equals_the_reference() {
        FourTeams teams = FourTeams.read("13_e2e_expected.json");
        Oracles.each(teams.expected().get("trends")).forEach(expected -> {
            String what = expected.get("team") + " " + expected.get("scale");
            TeamSeries series = series(teams, expected);
            assertLine(series, expected.get("line"), what);
            AnchoredChangeTest.assertChange(
                    series.changeSince(teams.expected().get("anchor_pulse").intValue()), expected.get("change"), what);
        });
    }

    @Test
    void every_say_do_gap_equals_the_reference() {
        FourTeams teams = FourTeams.read("13_e2e_expected.json");
        Scale say = teams.scale("SV", List.of("SV1", "SV2", "SV3"));
        Scale practice = teams.scale("LR", List.of("LR1", "LR2", "LR3"));
        Oracles.each(teams.expected().get("say_do_gap_F1_unadjusted")).forEach(expected -> {
            Administration at = Administration.of(expected);
            PairMoments moments = PairMoments.of(say, practice, teams.rows(at));
            PairedGap gap = PairedGap.exact(moments, .5).orElseThrow();
            PairedGapTest.assertGap(gap, expected, at.toString());
            Oracles.assertClose(moments.variance().orElseThrow(), expected.get("s2"), at + " s2");
        });
    }

    @Test
    void a_withheld_pulse_equals_a_missing_one() {
        FourTeams teams = FourTeams.read("13_e2e_expected.json");
        Map<Administration, List<Map<String, Integer>>> answers = new HashMap<>(teams.answers());
        assertThat(answers.remove(new Administration("DELTA", 1))).hasSizeLessThan(K);
        FourTeams missing = new FourTeams(
                teams.expected(), teams.calibration(), teams.items(), teams.scales(), teams.rosters(), answers);
        Oracles.each(teams.expected().get("trends"))
                .forEach(line -> assertThat(series(missing, line).lines())
                        .isEqualTo(series(teams, line).lines()));
    }

    static void assertLine(TeamSeries series, JsonNode expected, String what) {
        List<Line> lines = series.lines();
        assertThat(lines)
                .as(what)
                .extracting(Line::last)
                .containsExactlyElementsOf(expected.valueStream()
                        .map(point -> point.get("pulse").intValue())
                        .toList());
        for (int at = 0; at < lines.size(); at++) {
            JsonNode point = expected.get(at);
            Line line = lines.get(at);
            Oracles.assertClose(line.m(), point.get("level"), what + " level");
            Oracles.assertClose(line.p(), point.get("P"), what + " P");
            Oracles.assertClose(line.band(), point.get("lo"), point.get("hi"), what + " band");
        }
    }

    private static void assertMoments(ScaleMoments moments, JsonNode expected, String what) {
        JsonNode adjusted = expected.get("adjusted");
        Oracles.assertClose(moments.rawMean().orElseThrow(), expected.get("raw_mean"), what + " raw mean");
        Oracles.assertClose(moments.mean().orElseThrow(), adjusted.get("mean"), what + " mean");
        Oracles.assertClose(moments.variance().orElseThrow(), adjusted.get("s2"), what + " s2");
        Oracles.assertClose(moments.favourable().orElseThrow(), expected.get("favourable_share"), what + " favourable");
        JsonNode distribution = expected.get("distribution");
        assertThat(List.of(moments.low(), moments.mid(), moments.high()))
                .as(what)
                .containsExactly(
                        distribution.get("low").intValue(),
                        distribution.get("mid").intValue(),
                        distribution.get("high").intValue());
        assertThat(moments.complete())
                .as(what)
                .isEqualTo(expected.get("n_agreement").intValue());
        assertThat(moments.agreement().isEmpty())
                .as(what)
                .isEqualTo(expected.get("ad_m").isNull());
        moments.agreement().ifPresent(agreement -> {
            Oracles.assertClose(agreement.adM(), expected.get("ad_m"), what + " AD");
            Oracles.assertClose(agreement.rStarWg(Agreement.UNIFORM), expected.get("rstar_wgj"), what + " r*wg");
            Oracles.assertClose(agreement.rwg(Agreement.UNIFORM), expected.get("rwgj"), what + " rwg");
        });
    }

    private static void assertIntervals(
            ScaleMoments moments, int eligible, double s02, JsonNode expected, String what) {
        double mean = moments.mean().orElseThrow();
        JsonNode adjusted = expected.get("adjusted");
        JsonNode bounds = expected.get("nonresponse_bounds");
        Oracles.assertClose(
                Snapshot.exact(mean, moments.variance(), moments.n(), eligible, s02),
                adjusted.get("lo"),
                adjusted.get("hi"),
                what);
        Oracles.assertClose(
                Snapshot.logicalBounds(mean, moments.n(), eligible), bounds.get("lo"), bounds.get("hi"), what);
    }

    static TeamSeries series(FourTeams teams, JsonNode trend) {
        String team = trend.get("team").stringValue();
        String construct = trend.get("scale").stringValue();
        Calibration calibration = teams.calibration();
        List<TeamSeries.Point> points = new ArrayList<>();
        for (int pulse = 1; pulse <= 10; pulse++) {
            Administration at = new Administration(team, pulse);
            Scale scale = presented(teams, at, construct);
            ScaleMoments moments = ScaleMoments.of(scale, teams.rows(at), calibration);
            if (moments.n() >= K) {
                double s2m = ModeratedVariance.of(
                        ModeratedVariance.LINE_D0, calibration.s02(construct), moments.n(), moments.variance());
                double r = Noise.exact(calibration.kappa(), s2m, moments.n());
                points.add(new TeamSeries.Point(pulse, moments.mean().orElseThrow(), r));
            }
        }
        return new TeamSeries(calibration.mu(construct), calibration.tau2(construct), calibration.q(), points);
    }

    private static Scale presented(FourTeams teams, Administration at, String construct) {
        String form = teams.roster(at).form();
        List<String> ids = teams.expected()
                .get("forms")
                .get(form)
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(id -> construct.equals(teams.scales().get(id)))
                .toList();
        return teams.scale(construct, ids);
    }

    private static Scale scale(FourTeams teams, JsonNode expected) {
        List<String> ids = expected.get("presented")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        String construct = expected.get("scale").stringValue();
        assertThat(presented(teams, Administration.of(expected), construct).items())
                .extracting(ScaleItem::id)
                .containsExactlyInAnyOrderElementsOf(ids);
        return teams.scale(construct, ids);
    }
}
