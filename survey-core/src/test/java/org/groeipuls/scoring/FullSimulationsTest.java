package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.scoring.SimulationPage.percent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tables of docs/method/simulations.md, with the bars that they have to meet: -Psimulations, some minutes. */
@Tag("full")
class FullSimulationsTest {
    private static final SimulationPage PAGE = new SimulationPage();
    private static final int GROUPS = Integer.getInteger("simulations.groups", 2_000);
    private static final int ORGANISATIONS = Integer.getInteger("simulations.organisations", 1_000);
    private static final int[][] SIZES = {{6, 6}, {7, 9}, {10, 14}};
    private static final int LEARNERS = 20;
    private static final Map<SimulatedRule, List<Calibration>> LEARNED = new EnumMap<>(SimulatedRule.class);
    private static final double FALSE_OUTCOMES = .05;
    private static final double COVERED = .88;
    private static final double FALSE_DISCOVERIES = .10;

    @AfterAll
    static void write() throws IOException {
        PAGE.write();
    }

    @Test
    void a_group_that_does_not_change_is_said_to_in_one_of_twenty_judgements_at_most() {
        List<List<String>> rows = new ArrayList<>();
        List<Double> beyond = new ArrayList<>();
        for (SimulatedRule rule : SimulatedRule.values()) {
            calibrations(rule).forEach((name, calibration) -> {
                for (int[] size : SIZES) {
                    SimulatedTrends.Tally tally = SimulatedTrends.still(rule, calibration, size[0], size[1], GROUPS);
                    List<String> row = new ArrayList<>(List.of(rule.words, name, people(size)));
                    for (Checkpoint at : Checkpoint.values()) {
                        double share = tally.moved(at);
                        row.add(percent(share) + " of " + tally.judged(at));
                        row.add(percent(tally.share(at, Outcome.STEADY)));
                        if (share > FALSE_OUTCOMES) {
                            beyond.add(share - SimulationPage.chance(FALSE_OUTCOMES, tally.judged(at)));
                        }
                    }
                    rows.add(row);
                }
            });
        }
        PAGE.section(
                1,
                "Groups that do not change",
                "Bar: ROSE or FELL in at most 5 %% of the judgements, per checkpoint. %s. Groups of constant level, judged from"
                                .formatted(
                                        beyond.isEmpty()
                                                ? "Holds in every row"
                                                : "Passed in " + beyond.size() + " cells")
                        + " their rolling anchors over 20 pulses.",
                List.of("rule", "calibration", "people", "3rd point: moved", "steady", "6th point: moved", "steady"),
                rows);
        assertThat(beyond).as("beyond 5 % and chance").allMatch(share -> share <= FALSE_OUTCOMES);
    }

    @Test
    void a_group_that_changes_is_said_to_more_often_the_larger_it_and_its_change_are() {
        List<List<String>> rows = new ArrayList<>();
        for (SimulatedRule rule : SimulatedRule.values()) {
            calibrations(rule).forEach((name, calibration) -> {
                for (int[] size : SIZES) {
                    List<String> row = new ArrayList<>(List.of(rule.words, name, people(size)));
                    for (double shift : new double[] {.3, .5, .8}) {
                        SimulatedTrends.Tally tally =
                                SimulatedTrends.moved(rule, calibration, size[0], size[1], GROUPS / 2, shift);
                        row.add(percent(tally.share(Checkpoint.EARLY_SIGN, Outcome.ROSE)) + " / "
                                + percent(tally.share(Checkpoint.VERDICT, Outcome.ROSE)));
                        assertThat(tally.share(Checkpoint.VERDICT, Outcome.FELL))
                                .isLessThan(.01);
                    }
                    rows.add(row);
                }
            });
        }
        PAGE.section(
                2,
                "Groups that rise",
                "How often ROSE is said at the 3rd / 6th point after a marker, where the level rose by so much right after it.",
                List.of("rule", "calibration", "people", "+0.3", "+0.5", "+0.8"),
                rows);
    }

    @Test
    void a_printed_band_of_ninety_percent_holds_in_eighty_eight_at_least() {
        CoverageTables tables = new CoverageTables(GROUPS / 2);
        tables.print(PAGE);
        assertThat(tables.least(SimulatedGroup.STABLE)).isGreaterThanOrEqualTo(COVERED);
    }

    @Test
    void of_the_groups_on_a_list_at_most_one_in_ten_did_not_change() {
        List<List<String>> rows = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (SimulatedRule rule : List.of(SimulatedRule.EXACT, SimulatedRule.BANDED)) {
            calibrations(rule).forEach((name, calibration) -> {
                for (double shift : new double[] {0, .4, .6}) {
                    SimulatedLists.Found found =
                            SimulatedLists.lists(rule, calibration, 200, shift == 0 ? 0 : .15, shift, ORGANISATIONS);
                    rates.add(found.discoveryRate());
                    rows.add(List.of(
                            rule.words,
                            name,
                            shift == 0 ? "nobody" : "15 % by " + shift,
                            percent(found.discoveryRate()),
                            shift == 0 ? "" : percent(found.power()),
                            percent(found.any())));
                }
            });
        }
        PAGE.section(
                5,
                "Lists over two hundred groups",
                "Bar: a false discovery rate of at most 10 %%. %s. Verdicts at the 6th point, half of the changed groups rise and"
                                .formatted(
                                        rates.stream().allMatch(rate -> rate <= FALSE_DISCOVERIES)
                                                ? "Holds in every row"
                                                : "Not met")
                        + " half fall; %d organisations a row.".formatted(ORGANISATIONS),
                List.of(
                        "rule",
                        "calibration",
                        "changed",
                        "false discovery rate",
                        "of the changed listed",
                        "any false listing"),
                rows);
        assertThat(rates).allMatch(rate -> rate <= FALSE_DISCOVERIES);
    }

    @Test
    void a_group_without_a_gap_between_say_and_do_hardly_ever_shows_a_pattern() {
        List<List<String>> rows = new ArrayList<>();
        List<Double> twice = new ArrayList<>();
        for (boolean banded : new boolean[] {false, true}) {
            for (int items : new int[] {3, 1}) {
                for (int size : new int[] {6, 8, 12}) {
                    List<String> row = new ArrayList<>(
                            List.of(banded ? "banded" : "exact", items + " a side", String.valueOf(size)));
                    for (double gap : new double[] {0, .4, 1}) {
                        SimulatedPatterns.Flagged flagged = SimulatedPatterns.flagged(banded, items, size, gap, GROUPS);
                        row.add(percent(flagged.once()) + " / " + percent(flagged.twice()));
                        twice.add(gap > 0 ? 0 : flagged.twice());
                    }
                    rows.add(row);
                }
            }
        }
        PAGE.section(
                6,
                "Patterns between say and do",
                "How often a released occasion is a pattern / two consecutive ones both are, at a true gap of so much.",
                List.of("rule", "items", "people", "gap 0", "gap .4", "gap 1.0"),
                rows);
        assertThat(twice).allMatch(share -> share < .02);
    }

    @Test
    void what_sixty_groups_learn_about_themselves() {
        List<List<String>> rows = new ArrayList<>();
        for (SimulatedRule rule : SimulatedRule.values()) {
            List<Calibration> learned = calibrations(rule).getOrDefault("learned", List.of());
            rows.add(List.of(
                    rule.words,
                    range(learned, one -> one.mu("PS")),
                    range(learned, one -> one.tau2("PS")),
                    range(learned, one -> one.s02("PS")),
                    range(learned, Calibration::kappa),
                    range(learned, Calibration::q),
                    range(learned, one -> one.offset("PS4"))));
        }
        PAGE.section(
                7,
                "What %d organisations learned".formatted(LEARNERS),
                "Least, middle and most. In truth μ is 3.6, τ² .10, and an item of PS4's kind .3 easier; nothing drifts, so q is at its least.",
                List.of("rule", "μ", "τ²", "s0²", "κ", "q", "b of PS4"),
                rows);
        assertThat(rows).hasSize(SimulatedRule.values().length);
    }

    private static Map<String, List<Calibration>> calibrations(SimulatedRule rule) {
        Map<String, List<Calibration>> both = new LinkedHashMap<>();
        both.put("default", List.of(Calibration.DEFAULT));
        both.put("learned", LEARNED.computeIfAbsent(rule, by -> SimulatedCalibration.learned(by, LEARNERS)));
        return both;
    }

    private static String range(List<Calibration> learned, ToDoubleFunction<Calibration> of) {
        double[] sorted = learned.stream().mapToDouble(of).sorted().toArray();
        return SimulationPage.number(sorted[0]) + " / " + SimulationPage.number(Medians.ofSorted(sorted)) + " / "
                + SimulationPage.number(sorted[sorted.length - 1]);
    }

    private static String people(int[] size) {
        return size[0] == size[1] ? String.valueOf(size[0]) : size[0] + " to " + size[1];
    }
}
