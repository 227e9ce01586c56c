package org.groeipuls.system.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.pulse.Disclosure.BANDED;
import static org.groeipuls.pulse.Disclosure.EXACT;
import static org.groeipuls.system.reference.FourTeams.EXACTLY;
import static org.groeipuls.system.reference.FourTeams.close;
import static org.groeipuls.system.reference.FourTeams.near;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.scoring.Agreement;
import org.groeipuls.scoring.AnchoredChange;
import org.groeipuls.scoring.BandedItem;
import org.groeipuls.scoring.BandedScale;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.BenjaminiHochberg;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.GapRule;
import org.groeipuls.scoring.Line;
import org.groeipuls.scoring.ModeratedVariance;
import org.groeipuls.scoring.Noise;
import org.groeipuls.scoring.PairMoments;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.scoring.Snapshot;
import org.groeipuls.scoring.SumClass;
import org.groeipuls.scoring.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Reference cases 13 and 15 from ballots to trends. What pages do not show yet is computed here from what history
 * released, with the constants that were adopted.
 */
@Tag("ci")
class FourTeamsTest {
    private static final FourTeams TEAMS = new FourTeams();

    /** How near ranges and lines come where the spread they rest on is released in whole steps. */
    private static final double ABOUT = .02;

    private static final double FURTHER = .12;

    /** The case judges at its last pulse, at a checkpoint or not. */
    private static final Basis ENOUGH = new Basis(3, 5, .5, OptionalDouble.empty());

    @TempDir
    private static Path folder;

    private static PlayedTeams played;
    private static Calibration adopted;

    @BeforeAll
    static void play() {
        played = new PlayedTeams(TEAMS, folder);
        var constants = played.client().get("analyst", "/calibrations/cal-1").path("constants");
        adopted = new Calibration(
                "cal-1",
                numbers(constants.path("offsets")),
                numbers(constants.path("mu")),
                numbers(constants.path("tau2")),
                numbers(constants.path("s02")),
                constants.path("kappa").doubleValue(),
                constants.path("q").doubleValue(),
                constants.path("gapVariance").doubleValue(),
                false);
    }

    @AfterAll
    static void stop() {
        if (played != null) {
            played.close();
        }
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.forEachEntry((name, number) -> numbers.put(name, number.doubleValue()));
        return numbers;
    }

    /** A team, pulse and construct of a reference list. */
    private record Place(String team, int pulse, String construct) {
        static Place of(JsonNode expected) {
            return new Place(
                    expected.path("team").asString(),
                    expected.path("pulse").asInt(),
                    expected.path("scale").asString());
        }

        JsonNode point(Disclosure disclosure) {
            return played.point(team, disclosure, construct, pulse);
        }

        Optional<JsonNode> block(Disclosure disclosure) {
            return played.block(team, disclosure, pulse);
        }
    }

    @Test
    void case_13_every_snapshot_is_shown_or_withheld_as_the_reference_says() {
        int shown = 0;
        for (var expected : TEAMS.exact().path("snapshots")) {
            var place = Place.of(expected);
            var point = place.point(EXACT);
            assertThat(point.path("calibration").asString()).isEqualTo("cal-1");
            if (expected.path("status").asString().equals("SUPPRESSED")) {
                assertThat(point.has("shown")).as(place.toString()).isFalse();
                assertThat(point.at("/withheld/reason").asString()).isEqualTo("too-few-answers");
            } else {
                shown++;
                var figures = point.path("shown");
                assertThat(figures.path("n").doubleValue())
                        .isEqualTo(expected.path("n_valid").doubleValue());
                close(figures.path("value").doubleValue(), expected.at("/adjusted/mean"), place + " value");
                double tolerance = aFewLeftOut(expected) ? ABOUT : EXACTLY;
                near(figures.at("/range/low").doubleValue(), expected.at("/adjusted/lo"), tolerance, place + " low");
                near(figures.at("/range/high").doubleValue(), expected.at("/adjusted/hi"), tolerance, place + " high");
                assertThat(point.path("participation").asString())
                        .as(place.toString())
                        .isEqualTo(step(place));
            }
        }
        assertThat(shown).isEqualTo(108);
    }

    private static boolean aFewLeftOut(JsonNode snapshot) {
        var place = Place.of(snapshot);
        var presented =
                snapshot.path("presented").valueStream().map(JsonNode::asString).toList();
        return TEAMS.aFewLeftOut(place.team(), place.pulse(), presented);
    }

    private static String step(Place place) {
        double share = 100.0
                * TEAMS.sheets(place.team(), place.pulse()).size()
                / TEAMS.round(place.team(), place.pulse()).eligible();
        return share < 50 ? "under-50" : share < 70 ? "50-70" : "70-and-more";
    }

    @Test
    void case_13_every_released_moment_equals_the_reference() {
        int exactly = 0;
        int agreements = 0;
        for (var expected : TEAMS.exact().path("snapshots")) {
            var place = Place.of(expected);
            var scale = scale(place);
            assertThat(scale.isEmpty())
                    .as(place.toString())
                    .isEqualTo(expected.path("status").asString().equals("SUPPRESSED"));
            if (scale.isPresent()) {
                moments(scale.get(), expected, place);
                exactly += aFewLeftOut(expected) ? 0 : 1;
                var agreement = scale.get().at("/spread/agreement");
                if (agreement.isObject()) {
                    agreement(agreement, expected, place);
                    agreements++;
                }
            }
        }
        assertThat(exactly).isEqualTo(76);
        // in the others one to four people skipped an item, so that figures of whole rows would point at them
        assertThat(agreements).isEqualTo(50);
    }

    private static void moments(JsonNode scale, JsonNode expected, Place place) {
        int n = scale.path("n").asInt();
        double mean = scale.path("sumAdjusted").doubleValue() / n;
        close(scale.path("sumRaw").doubleValue() / n, expected.path("raw_mean"), place + " raw mean");
        close(mean, expected.at("/adjusted/mean"), place + " mean");
        double tolerance = aFewLeftOut(expected) ? FURTHER : EXACTLY;
        near(variance(scale), expected.at("/adjusted/s2"), tolerance, place + " s2");
        near(
                ModeratedVariance.of(ModeratedVariance.SNAPSHOT_D0, adopted.s02(place.construct()), n, variance(scale)),
                expected.at("/adjusted/s2_mod"),
                tolerance,
                place + " moderated s2");
        near(
                scale.at("/spread/sumFavourable").doubleValue() / n,
                expected.path("favourable_share"),
                tolerance,
                place + " favourable");
        for (var part : aFewLeftOut(expected) ? List.<String>of() : List.of("low", "mid", "high")) {
            assertThat(scale.at("/spread/" + part).asInt())
                    .as(place + part)
                    .isEqualTo(expected.at("/distribution/" + part).asInt());
        }
        var bounds = Snapshot.logicalBounds(
                mean, n, TEAMS.round(place.team(), place.pulse()).eligible());
        close(bounds.low(), expected.at("/nonresponse_bounds/lo"), place + " lowest");
        close(bounds.high(), expected.at("/nonresponse_bounds/hi"), place + " highest");
    }

    private static void agreement(JsonNode released, JsonNode expected, Place place) {
        var found = new Agreement(
                released.path("meanDeviation").doubleValue(),
                released.path("itemVariances")
                        .valueStream()
                        .map(JsonNode::doubleValue)
                        .toList());
        assertThat(released.path("n").asInt())
                .isEqualTo(expected.path("n_agreement").asInt());
        close(found.adM(), expected.path("ad_m"), place + " AD");
        close(found.rStarWg(Agreement.UNIFORM), expected.path("rstar_wgj"), place + " r*wg");
        close(found.rwg(Agreement.UNIFORM), expected.path("rwgj"), place + " rwg");
    }

    private static Optional<JsonNode> scale(Place place) {
        return place.block(EXACT)
                .flatMap(block -> block.path("scales")
                        .valueStream()
                        .filter(scale -> scale.path("construct").asString().equals(place.construct()))
                        .findFirst());
    }

    private static double variance(JsonNode scale) {
        int n = scale.path("n").asInt();
        double sum = scale.path("sumAdjusted").doubleValue();
        return Math.max(0, scale.at("/spread/sumAdjustedSquared").doubleValue() - sum * sum / n) / (n - 1);
    }

    @Test
    void case_13_every_line_change_and_verdict_is_near_the_reference() {
        lines(TEAMS.exact(), EXACT, 7, ABOUT, place -> {
            var scale = scale(place).orElseThrow();
            return noise(place, scale.path("n").asInt(), variance(scale));
        });
    }

    /** With the spread of the case in the place of the released one nothing differs. */
    @Test
    void case_13_every_released_score_gives_the_change_verdict_and_list_of_the_reference() {
        SequencedMap<String, Change> changes = new LinkedHashMap<>();
        for (var expected : TEAMS.exact().path("trends")) {
            var moved = moved(
                    expected.path("team").asString(),
                    EXACT,
                    expected.path("scale").asString(),
                    place -> {
                        var at = expected.path("observations")
                                .valueStream()
                                .filter(one -> one.path("pulse").asInt() == place.pulse())
                                .findFirst()
                                .orElseThrow();
                        return noise(place, at.path("n").asInt(), at.path("s2").doubleValue());
                    });
            var what = expected.path("team") + " " + expected.path("scale");
            same(moved, expected.path("change"), EXACTLY, what);
            changes.put(what, moved.change().orElseThrow());
        }
        list(TEAMS.exact().path("trends"), changes);
    }

    private static double noise(Place place, int n, double s2) {
        return Noise.exact(
                adopted.kappa(),
                ModeratedVariance.of(ModeratedVariance.LINE_D0, adopted.s02(place.construct()), n, s2),
                n);
    }

    @Test
    void case_15_every_line_change_and_verdict_equals_the_reference() {
        lines(TEAMS.banded(), BANDED, 8, EXACTLY, place -> {
            var scale = bandedScale(place).orElseThrow();
            return Noise.banded(adopted.kappa(), adopted.s02(place.construct()), scale.n(), scale.roundingVariance());
        });
    }

    /** R of an own point, from released figures. */
    private interface NoiseOf {
        double at(Place place);
    }

    private static void lines(
            JsonNode reference, Disclosure disclosure, int verdicts, double tolerance, NoiseOf noise) {
        int lines = 0;
        int stated = 0;
        for (var expected : reference.path("trends")) {
            var team = expected.path("team").asString();
            var construct = expected.path("scale").asString();
            var what = disclosure + " " + team + " " + construct;
            line(expected.path("line"), team, disclosure, construct, tolerance);
            var moved = moved(team, disclosure, construct, noise);
            same(moved, expected.path("change"), tolerance, what);
            stated += stated(played.trend(team, disclosure, construct), moved, what);
            lines++;
        }
        assertThat(lines).isEqualTo(12);
        assertThat(stated).as("lines that reached their verdict").isEqualTo(verdicts);
    }

    private static void line(
            JsonNode expected, String team, Disclosure disclosure, String construct, double tolerance) {
        var own = played.points(team, disclosure, construct)
                .filter(point -> point.has("shown"))
                .toList();
        assertThat(own)
                .extracting(point -> point.path("ordinal").asInt())
                .containsExactlyElementsOf(expected.valueStream()
                        .map(at -> at.path("pulse").asInt())
                        .toList());
        for (int at = 0; at < own.size(); at++) {
            var what = disclosure + team + construct + at;
            var shown = own.get(at).path("shown");
            near(shown.path("level").doubleValue(), expected.get(at).path("level"), tolerance, what + " level");
            near(shown.at("/band/low").doubleValue(), expected.get(at).path("lo"), tolerance, what + " band");
            near(shown.at("/band/high").doubleValue(), expected.get(at).path("hi"), tolerance, what + " band");
        }
    }

    /** Since the third own point, which is the last one up to pulse 4 in every line of the case. */
    private static AnchoredChange moved(String team, Disclosure disclosure, String construct, NoiseOf noise) {
        var line = Line.start(adopted.mu(construct), adopted.tau2(construct));
        AnchoredChange change = null;
        int own = 0;
        for (var point : played.points(team, disclosure, construct).toList()) {
            if (point.has("shown")) {
                int pulse = point.path("ordinal").asInt();
                double y = point.at("/shown/value").doubleValue();
                double r = noise.at(new Place(team, pulse, construct));
                line = line.next(y, r, pulse, adopted.q());
                own++;
                change = change == null
                        ? (own == 3 ? AnchoredChange.at(line) : null)
                        : change.next(y, r, pulse, adopted.q());
            }
        }
        return Objects.requireNonNull(change);
    }

    /** What the product itself says at the sixth point after the anchor, which is the case's last where it is reached. */
    private static int stated(JsonNode trend, AnchoredChange moved, String what) {
        List<JsonNode> said = new ArrayList<>();
        trend.path("outcomes").forEach(outcome -> {
            if (outcome.path("checkpoint").asString().equals("VERDICT")) {
                said.add(outcome);
            }
        });
        assertThat(said).as(what).hasSize(moved.after() == 6 ? 1 : 0);
        var change = moved.change().orElseThrow();
        for (var outcome : said) {
            assertThat(outcome.path("result").asString())
                    .as(what)
                    .isEqualTo(Verdict.of(moved, ENOUGH).outcome().name());
            assertThat(outcome.path("calibration").asString()).isEqualTo("cal-1");
            close(change.d(), outcome.path("d"), what + " D");
            close(change.se(), outcome.path("se"), what + " SE");
            close(change.p(), outcome.path("p"), what + " p");
            close(change.mde80(), outcome.path("mde80"), what + " MDE80");
        }
        return said.size();
    }

    private static void same(AnchoredChange moved, JsonNode expected, double tolerance, String what) {
        var change = moved.change().orElseThrow();
        near(change.d(), expected.path("D"), tolerance, what + " D");
        near(change.se(), expected.path("se"), tolerance, what + " SE");
        near(change.p(), expected.path("p"), tolerance, what + " p");
        near(change.band().low(), expected.path("lo90"), tolerance, what + " lowest change");
        near(change.band().high(), expected.path("hi90"), tolerance, what + " highest change");
        assertThat(moved.after()).isEqualTo(expected.path("n_after").asInt());
        assertThat(Verdict.of(moved, ENOUGH).outcome().name())
                .as(what)
                .isEqualTo(expected.path("verdict").asString());
    }

    private static void list(JsonNode trends, SequencedMap<String, Change> changes) {
        var adjusted = BenjaminiHochberg.adjusted(
                changes.values().stream().map(Change::p).toList());
        var listed = BenjaminiHochberg.listed(changes);
        int at = 0;
        for (var what : changes.sequencedKeySet()) {
            var expected = trends.get(at);
            close(adjusted.get(at++), expected.path("bh_adjusted"), what + " adjusted p");
            assertThat(listed.containsKey(what))
                    .as(what)
                    .isEqualTo(expected.path("listed_on_org_dashboard").asBoolean());
        }
    }

    @Test
    void case_13_every_released_gap_equals_the_reference() {
        int compared = 0;
        for (var expected : TEAMS.exact().path("say_do_gap_F1_unadjusted")) {
            var place = Place.of(expected);
            for (var pair : place.block(EXACT).orElseThrow().path("pairs")) {
                var moments = new PairMoments(
                        pair.path("n").asInt(),
                        pair.path("sumSay").doubleValue(),
                        pair.path("sumDo").doubleValue(),
                        pair.path("sumGap").doubleValue(),
                        pair.path("sumGapSquared").doubleValue());
                var gap = PairedGap.exact(moments, adopted.gapVariance()).orElseThrow();
                assertThat(moments.n()).isEqualTo(expected.path("n").asInt());
                close(gap.say(), expected.path("say_mean"), place + " say");
                close(gap.practice(), expected.path("do_mean"), place + " do");
                close(gap.gap(), expected.path("gap"), place + " gap");
                close(gap.se(), expected.path("se"), place + " SE");
                close(gap.lowerBound(), expected.path("lb95"), place + " bound");
                assertThat(gap.pattern(GapRule.SCALES))
                        .isEqualTo(expected.path("pattern").asBoolean());
                compared++;
            }
        }
        // in the other four one to four people skipped an item of the pair, or of a scale that shares one with it
        assertThat(compared).isEqualTo(1);
    }

    @Test
    void case_15_history_holds_exactly_the_classes_of_the_reference() {
        var expected = TEAMS.classes().stream()
                .map(row -> String.join(
                        " ",
                        row.getField("team"),
                        row.getField("pulse"),
                        row.getField("item"),
                        row.getField("n_item"),
                        row.getField("class_lo"),
                        row.getField("class_hi")))
                .toList();
        List<String> released = new ArrayList<>();
        for (var team : FourTeams.TEAMS) {
            for (int pulse = 1; pulse <= FourTeams.PULSES; pulse++) {
                for (var item : items(new Place(team, pulse, ""))) {
                    released.add("%s %d %s %d %d %d"
                            .formatted(
                                    team,
                                    pulse,
                                    item.id(),
                                    item.n(),
                                    item.sum().low(),
                                    item.sum().high()));
                }
            }
        }
        assertThat(released).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void case_15_every_snapshot_is_shown_as_the_reference_says() {
        int compared = 0;
        for (var expected : TEAMS.banded().path("snapshots")) {
            var place = Place.of(expected);
            var shown = place.point(BANDED).path("shown");
            close(shown.path("value").doubleValue(), expected.path("y"), place + " value");
            close(shown.path("n").doubleValue(), expected.path("n_mean"), place + " n");
            close(shown.at("/range/low").doubleValue(), expected.path("lo"), place + " low");
            close(shown.at("/range/high").doubleValue(), expected.path("hi"), place + " high");
            var scale = bandedScale(place).orElseThrow();
            close(scale.roundingVariance(), expected.path("rounding_variance"), place + " c");
            assertThat(scale.items()).isEqualTo(expected.path("J").asInt());
            compared++;
        }
        assertThat(compared).isEqualTo(104);
    }

    @Test
    void case_15_every_gap_equals_the_reference() {
        int compared = 0;
        for (var expected : TEAMS.banded().path("say_do_gap_F1")) {
            var place = Place.of(expected);
            var items = items(place);
            var gap = PairedGap.banded(
                            side(items, "SV1", "SV2", "SV3"),
                            side(items, "LR1", "LR2", "LR3"),
                            adopted.gapVariance(),
                            GapRule.SCALES)
                    .orElseThrow();
            close(gap.say(), expected.path("say"), place + " say");
            close(gap.practice(), expected.path("do"), place + " do");
            close(gap.gap(), expected.path("gap"), place + " gap");
            close(gap.se(), expected.path("se"), place + " SE");
            close(gap.lowerBound(), expected.path("lb95"), place + " bound");
            assertThat(gap.pattern(GapRule.SCALES))
                    .isEqualTo(expected.path("pattern").asBoolean());
            compared++;
        }
        assertThat(compared).isEqualTo(5);
    }

    private static Optional<BandedScale> bandedScale(Place place) {
        var construct = TEAMS.instrument().items().stream()
                .filter(item -> place.construct().equals(item.construct()))
                .map(item -> item.id())
                .toArray(String[]::new);
        return BandedScale.of(side(items(place), construct), adopted);
    }

    private static List<BandedItem> side(List<BandedItem> items, String... ids) {
        return items.stream().filter(item -> List.of(ids).contains(item.id())).toList();
    }

    private static List<BandedItem> items(Place place) {
        return place.block(BANDED).stream()
                .flatMap(block -> block.path("items").valueStream())
                .filter(item -> item.has("sum"))
                .map(item -> new BandedItem(
                        item.path("item").asString(),
                        TEAMS.instrument().item(item.path("item").asString()).reversed(),
                        item.path("n").asInt(),
                        new SumClass(
                                item.at("/sum/low").asInt(),
                                item.at("/sum/high").asInt())))
                .toList();
    }
}
