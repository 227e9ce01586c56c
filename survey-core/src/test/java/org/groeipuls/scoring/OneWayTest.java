package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OneWayTest {
    private static final String ICC = "02_agreement_icc.json";
    private static final String MADE = "16_made.json";

    @Test
    void the_variance_between_teams_equals_the_reference() {
        assertOneWay(Oracles.json(ICC).get("cohesion"), "02_cohesion.csv");
        assertOneWay(Oracles.json(ICC).get("leadership_lq2002"), "02_leadership_lq2002.csv");
    }

    @Test
    void the_variance_between_made_teams_equals_the_formulas() {
        assertOneWay(Oracles.json(MADE).get("agreement_icc"), "16_made_rows.csv");
    }

    @Test
    void shrunken_made_teams_equal_the_formulas() {
        JsonNode made = Oracles.json(MADE);
        assertShrinkage(made.get("shrinkage").get("moment"), scaleMeans(made.get("agreement_icc"), "16_made_rows.csv"));
    }

    @Test
    void shrunken_dyestuff_equals_the_reference() {
        Map<String, List<Double>> batches = new LinkedHashMap<>();
        for (Map<String, String> row : Oracles.csv("03_dyestuff.csv")) {
            batches.computeIfAbsent(row.getOrDefault("team", ""), batch -> new ArrayList<>())
                    .add(Double.parseDouble(row.getOrDefault("y", "")));
        }
        assertShrinkage(Oracles.json("03_shrinkage.json").get("dyestuff").get("moment"), groups(batches));
    }

    @Test
    void shrunken_teams_equal_the_reference() {
        assertShrinkage(
                Oracles.json("03_shrinkage.json").get("leadership_lq2002").get("moment"),
                scaleMeans(Oracles.json(ICC).get("leadership_lq2002"), "02_leadership_lq2002.csv"));
    }

    @Test
    void the_first_point_of_a_line_is_the_shrunken_mean() {
        Shrinkage.Shrunken level = new Shrinkage(3.6, .1, .5).level(4.4, 7);
        Line line = Line.start(3.6, .1).next(4.4, Noise.exact(1, .5, 7), 1, .0025);
        assertThat(level.level()).isCloseTo(line.m(), within(1e-12));
        assertThat(level.sd() * level.sd()).isCloseTo(line.p(), within(1e-12));
    }

    @Test
    void groups_that_differ_less_than_chance_have_no_variance_between_them() {
        List<GroupScores> same = List.of(GroupScores.of(3, 4, 5), GroupScores.of(5, 3, 4), GroupScores.of(4, 5, 3));
        OneWay variance = OneWay.of(same);
        assertThat(variance.tau2()).isZero();
        assertThat(variance.icc1()).hasValue(-.5);
        assertThat(variance.icc2()).isEmpty();
        assertThat(variance.p()).hasValue(1);
        Shrinkage.Shrunken level = Shrinkage.of(same).level(5, 3);
        assertThat(level).isEqualTo(new Shrinkage.Shrunken(0, 4, 0));
    }

    @Test
    void where_nobody_differs_there_is_no_number_rather_than_a_wrong_one() {
        OneWay flat = OneWay.of(List.of(GroupScores.of(4, 4), GroupScores.of(4, 4)));
        assertThat(flat.f()).isEmpty();
        assertThat(flat.p()).isEmpty();
        assertThat(flat.icc1()).isEmpty();
        assertThat(flat.icc1AtMeanSize()).isEmpty();
        assertThat(flat.tau2()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shrinkage.of(List.of(GroupScores.of(4, 4), GroupScores.of(3, 3))))
                .withMessageContaining("within groups");
        assertThat(OneWay.of(List.of(GroupScores.of(4, 4), GroupScores.of(3, 3)))
                        .icc2())
                .hasValue(1);
    }

    @Test
    void one_group_and_groups_of_one_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OneWay.of(List.of(GroupScores.of(3, 4))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneWay.of(List.of(GroupScores.of(3), GroupScores.of(4))))
                .withMessageContaining("respondents");
        assertThatIllegalArgumentException().isThrownBy(() -> GroupScores.of());
        assertThatIllegalArgumentException().isThrownBy(() -> GroupScores.of(3, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupScores(1, 3, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupScores(0, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupScores(2, 3, -.1));
        assertThat(GroupScores.of(3)).isEqualTo(new GroupScores(1, 3, 0));
    }

    @Test
    void impossible_constants_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shrinkage(3.6, -.1, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shrinkage(3.6, .1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shrinkage(Double.NaN, .1, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shrinkage(3.6, .1, .5).level(4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shrinkage(3.6, .1, .5).level(Double.NaN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneWay(1, 5, 1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneWay(2, 2, 1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneWay(2, 5, -1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneWay(2, 5, 1, -1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneWay(2, 5, 1, 1, 0));
    }

    private static void assertOneWay(JsonNode reference, String file) {
        JsonNode expected = reference.get("icc");
        OneWay actual = OneWay.of(List.copyOf(scaleMeans(reference, file).values()));
        Oracles.assertClose(actual.between(), expected.get("MSB"), "MSB");
        Oracles.assertClose(actual.within(), expected.get("MSW"), "MSW");
        Oracles.assertClose(actual.within(), expected.get("sigma2_within"), "sigma2");
        Oracles.assertClose(actual.f().orElseThrow(), expected.get("F"), "F");
        Oracles.assertClose(actual.p().orElseThrow(), expected.get("p"), "p");
        Oracles.assertClose(actual.k0(), expected.get("k0"), "k0");
        Oracles.assertClose(actual.icc1().orElseThrow(), expected.get("icc1_k0"), "ICC(1)");
        Oracles.assertClose(actual.icc1AtMeanSize().orElseThrow(), expected.get("icc1_kbar"), "ICC(1) mean");
        Oracles.assertClose(actual.icc2().orElseThrow(), expected.get("icc2"), "ICC(2)");
        Oracles.assertClose(actual.tau2(), expected.get("tau2_moment"), "tau2");
        assertThat(actual.groups() - 1).isEqualTo(expected.get("df1").intValue());
        assertThat(actual.respondents() - actual.groups())
                .isEqualTo(expected.get("df2").intValue());
    }

    private static void assertShrinkage(JsonNode expected, Map<String, GroupScores> groups) {
        Shrinkage actual = Shrinkage.of(List.copyOf(groups.values()));
        Oracles.assertClose(actual.mu(), expected.get("mu"), "mu");
        Oracles.assertClose(actual.tau2(), expected.get("tau2"), "tau2");
        Oracles.assertClose(actual.sigma2(), expected.get("sigma2"), "sigma2");
        Oracles.each(expected.get("teams")).forEach(team -> {
            String who = team.get("team").stringValue();
            GroupScores group = groups.getOrDefault(who, GroupScores.of(0));
            Shrinkage.Shrunken level = actual.level(group.mean(), group.n());
            assertThat(group.n()).isEqualTo(team.get("n").intValue());
            Oracles.assertClose(group.mean(), team.get("mean"), who + " mean");
            Oracles.assertClose(level.lambda(), team.get("lambda"), who + " lambda");
            Oracles.assertClose(level.level(), team.get("eb"), who + " EB");
            Oracles.assertClose(level.sd(), team.get("posterior_sd"), who + " sd");
        });
    }

    private static Map<String, GroupScores> scaleMeans(JsonNode reference, String file) {
        List<String> items =
                reference.get("items").valueStream().map(JsonNode::stringValue).toList();
        Map<String, List<Double>> teams = new LinkedHashMap<>();
        for (Map<String, String> row : Oracles.csv(file)) {
            if (!row.containsValue("")) {
                teams.computeIfAbsent(row.getOrDefault("team", ""), team -> new ArrayList<>())
                        .add(items.stream()
                                .mapToInt(item -> Integer.parseInt(row.getOrDefault(item, "")))
                                .average()
                                .orElseThrow());
            }
        }
        return groups(teams);
    }

    private static Map<String, GroupScores> groups(Map<String, List<Double>> scores) {
        Map<String, GroupScores> groups = new LinkedHashMap<>();
        scores.forEach((team, values) -> groups.put(
                team,
                GroupScores.of(values.stream().mapToDouble(Double::doubleValue).toArray())));
        return groups;
    }
}
