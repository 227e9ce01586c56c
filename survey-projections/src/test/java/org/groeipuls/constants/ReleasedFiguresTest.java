package org.groeipuls.constants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.groeipuls.calibration.Origin;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.ResponseScale;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.release.BlockOutline;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.OrganisationRecord;
import org.groeipuls.release.OrganisationRecord.ConstructMoments;
import org.groeipuls.release.OrganisationRecord.GapMoments;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseId;
import org.groeipuls.release.ScaleFigures;
import org.groeipuls.release.SpreadFigures;
import org.groeipuls.scoring.SumClasses;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Thirty groups of eight with pulses that ask two items, the second one reversed. */
class ReleasedFiguresTest {
    private static final UnitId ROOT = new UnitId("city");
    private static final Instrument INSTRUMENT = instrument();
    private static final int N = 8;

    private final ReleasedFigures figures = new ReleasedFigures(key -> INSTRUMENT);
    private int teamsOfThird = 1;
    private AskedGroup.@Nullable Origin originOfThird;

    @Test
    void sums_of_thirty_groups_give_the_constants() {
        play(30, 6, Disclosure.EXACT, null);

        var estimate = figures.estimate().orElseThrow();

        assertThat(estimate.constants().mu().get("talk")).isCloseTo(mean(30, 6), within(1e-9));
        assertThat(estimate.constants().s02()).containsOnlyKeys("talk");
        assertThat(estimate.constants().s02().get("talk")).isCloseTo(.4, within(1e-9));
        assertThat(estimate.constants().tau2().get("talk")).isPositive();
        assertThat(estimate.constants().kappa()).isBetween(.25, 1.0);
        assertThat(estimate.constants().gapVariance()).isEqualTo(.5);
        assertThat(estimate.constants().offsets().get("a")).isCloseTo(.5, within(1e-9));
        assertThat(estimate.constants().offsets().get("b")).isCloseTo(-.5, within(1e-9));
        assertThat(estimate.origin().way()).isEqualTo(Origin.Way.ESTIMATED);
        assertThat(estimate.origin().rule()).isEqualTo("lag-differences@1");
        assertThat(estimate.origin().groups()).isEqualTo(30);
        assertThat(estimate.origin().pulses())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6)
                        .mapToObj(pulse -> new PulseId("p" + pulse))
                        .toList());
    }

    @Test
    void classes_give_constants_too_and_no_spread() {
        play(30, 6, Disclosure.BANDED, null);

        var estimate = figures.estimate().orElseThrow();

        assertThat(estimate.constants().s02()).isEmpty();
        assertThat(estimate.constants().mu().get("talk")).isCloseTo(mean(30, 6), within(.35));
        double both = estimate.constants().offsets().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(both).isCloseTo(0, within(1e-9));
    }

    @Test
    void the_latest_record_of_the_organisation_goes_before_what_is_pooled() {
        play(30, 5, Disclosure.EXACT, record(.55, 1.2));
        pulse(30, 6, Disclosure.EXACT, record(.45, .9));

        var constants = figures.estimate().orElseThrow().constants();

        assertThat(constants.s02()).containsEntry("talk", .45);
        assertThat(constants.gapVariance()).isCloseTo(.9, within(1e-12));
    }

    @Test
    void fewer_groups_or_pulses_give_nothing_and_it_is_said_how_far_it_is() {
        play(29, 6, Disclosure.EXACT, null);
        assertThat(figures.estimate()).isEmpty();
        assertThat(figures.groups()).isEqualTo(29);

        var shorter = new ReleasedFigures(key -> INSTRUMENT);
        assertThat(shorter.groups()).isZero();
        assertThat(shorter.estimate()).isEmpty();
    }

    @Test
    void a_group_of_other_teams_is_another_one() {
        play(30, 3, Disclosure.EXACT, null);
        teamsOfThird = 2;
        for (int pulse = 4; pulse <= 6; pulse++) {
            pulse(30, pulse, Disclosure.EXACT, null);
        }

        assertThat(figures.groups()).isEqualTo(29);
        assertThat(figures.estimate()).isEmpty();
    }

    /** A team that took another one in under its own id. */
    @Test
    void a_group_of_other_people_in_the_same_team_is_another_one() {
        play(30, 3, Disclosure.EXACT, null);
        originOfThird = new AskedGroup.Origin(
                false, false, List.of(new AskedGroup.Part(group(3), 2), new AskedGroup.Part(new GroupId("gone"), 6)));
        pulse(30, 4, Disclosure.EXACT, null);
        originOfThird = null;
        pulse(30, 5, Disclosure.EXACT, null);
        pulse(30, 6, Disclosure.EXACT, null);

        assertThat(figures.groups()).isEqualTo(29);
    }

    @Test
    void a_block_of_several_groups_is_nobodys_point() {
        play(30, 5, Disclosure.EXACT, null);
        issueAndCount(30, 6, Disclosure.EXACT, null);
        var merged = new TreeSet<>(List.of(group(1), group(2)));
        figures.on(block(6, merged, 4, Disclosure.EXACT));

        assertThat(figures.groups()).isZero();
    }

    private void play(int groups, int pulses, Disclosure disclosure, @Nullable OrganisationRecord record) {
        for (int pulse = 1; pulse <= pulses; pulse++) {
            pulse(groups, pulse, disclosure, record);
        }
    }

    private void pulse(int groups, int pulse, Disclosure disclosure, @Nullable OrganisationRecord record) {
        issueAndCount(groups, pulse, disclosure, record);
        for (int group = 1; group <= groups; group++) {
            figures.on(block(pulse, new TreeSet<>(List.of(group(group))), level(group, pulse), disclosure));
        }
    }

    private void issueAndCount(int groups, int pulse, Disclosure disclosure, @Nullable OrganisationRecord record) {
        List<AskedGroup> asked = new ArrayList<>();
        List<BlockOutline> outlines = new ArrayList<>();
        for (int group = 1; group <= groups; group++) {
            var teams = new TreeSet<TeamId>();
            for (int team = 1; team <= (group == 3 ? teamsOfThird : 1); team++) {
                teams.add(new TeamId("t" + group + "-" + team));
            }
            asked.add(new AskedGroup(
                    group(group),
                    "Group",
                    teams,
                    ROOT,
                    N,
                    "all",
                    List.of("a", "b"),
                    null,
                    group == 3 ? originOfThird : null));
            outlines.add(new BlockOutline("g" + group, ROOT, new TreeSet<>(List.of(group(group))), true));
        }
        var id = new PulseId("p" + pulse);
        var opens = Instant.parse("2027-01-01T08:00:00Z").plusSeconds(86_400L * 28 * pulse);
        figures.on(new PulseIssued(
                id,
                INSTRUMENT.key(),
                new PulseRules(5, disclosure, 5, TicketMode.LINK, 1),
                new PulseDates(opens, opens, opens.plusSeconds(86_400)),
                List.of(new AskedUnit(ROOT, "City", null)),
                asked,
                new FrozenKeys("b3A=", "0a".repeat(32), "Y28=", "0b".repeat(32)),
                null,
                true));
        figures.on(new CountPublished(
                ReleaseId.of(id),
                id,
                INSTRUMENT.key(),
                disclosure,
                5,
                5,
                "default@1",
                LocalDate.parse("2027-01-01").plusDays(28L * pulse),
                outlines,
                0,
                List.of(),
                record,
                List.of()));
    }

    /** Eight times the level in steps of a quarter, so that sums are whole numbers. */
    private static double level(int group, int pulse) {
        return 3 + (group % 4) * .25 + ((group * 7 + pulse * 5) % 3 - 1) * .25;
    }

    private static double mean(int groups, int pulses) {
        double sum = 0;
        for (int group = 1; group <= groups; group++) {
            for (int pulse = 1; pulse <= pulses; pulse++) {
                sum += level(group, pulse);
            }
        }
        return sum / (groups * pulses);
    }

    /** Item a lies half a point above the level and item b, turned, half a point below it. */
    private static BlockReleased block(int pulse, TreeSet<GroupId> groups, double level, Disclosure disclosure) {
        var id = new PulseId("p" + pulse);
        int sumA = (int) Math.round(N * (level + .5));
        int rawB = (int) Math.round(N * (6 - (level - .5)));
        boolean exact = disclosure == Disclosure.EXACT;
        double sum = N * level;
        var scale = new ScaleFigures(
                "talk",
                List.of("a", "b"),
                N,
                sum,
                sum,
                new SpreadFigures(.4 * (N - 1) + sum * sum / N, 0, 0, N, N, null));
        return new BlockReleased(
                ReleaseId.of(id),
                id,
                "g",
                ROOT,
                groups,
                "all",
                N,
                N,
                List.of(item("a", sumA, exact), item("b", rawB, exact)),
                exact ? List.of(scale) : List.of(),
                List.of());
    }

    private static ItemFigures item(String id, int sum, boolean exact) {
        if (!exact) {
            return new ItemFigures(id, N, SumClasses.of(N).containing(sum), null, null);
        }
        int low = sum / N;
        int higher = sum - low * N;
        var counts = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        counts.set(low - 1, N - higher);
        if (higher > 0) {
            counts.set(low, higher);
        }
        return new ItemFigures(id, N, null, counts, null);
    }

    private static OrganisationRecord record(double within, double gap) {
        return new OrganisationRecord(
                List.of(new ConstructMoments("talk", List.of("a", "b"), 240, 30, within, null, null, List.of())),
                List.of(new GapMoments("say-do", 240, 30, gap)));
    }

    private static GroupId group(int number) {
        return new GroupId("g" + number);
    }

    private static Localised text(String both) {
        return new Localised(both, both);
    }

    private static Instrument instrument() {
        var labels = List.of(text("1"), text("2"), text("3"), text("4"), text("5"));
        return new Instrument(
                new InstrumentKey("two", 1),
                text("Two"),
                List.of(new ResponseScale("agreement", text("How far?"), labels)),
                List.of(new Construct("talk", "T", text("Talk"), Construct.Level.GROUP, Construct.Kind.REFLECTIVE)),
                List.of(
                        new Item("a", "talk", false, "agreement", text("A"), null),
                        new Item("b", "talk", true, "agreement", text("B"), null)),
                List.of(new Form("all", List.of("a", "b"), Form.Audience.GROUP, false)),
                List.of("all"),
                List.of());
    }
}
