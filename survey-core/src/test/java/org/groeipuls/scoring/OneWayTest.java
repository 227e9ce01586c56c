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
    @Test
    void the_variance_between_teams_equals_the_reference() {
        assertOneWay("cohesion", "02_cohesion.csv");
        assertOneWay("leadership_lq2002", "02_leadership_lq2002.csv");
    }

    @Test
    void shrunken_dyestuff_equals_the_reference() {
        Map<String, List<Double>> batches = new LinkedHashMap<>();
        for (Map<String, String> row : Oracles.csv("03_dyestuff.csv")) {
            batches.computeIfAbsent(row.getOrDefault("team", ""), batch -> new ArrayList<>())
                    .add(Double.parseDouble(row.getOrDefault("y", "")));
        }
        assertShrinkage("dyestuff", groups(batches));
    }

    @Test
    void shrunken_teams_equal_the_reference() {
        assertShrinkage("leadership_lq2002", scaleMeans("leadership_lq2002", "02_leadership_lq2002.csv"));
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

    private static void assertOneWay(String name, String file) {
        JsonNode expected = Oracles.json("02_agreement_icc.json").get(name).get("icc");
        OneWay actual = OneWay.of(List.copyOf(scaleMeans(name, file).values()));
        Oracles.assertClose(actual.between(), expected.get("MSB"), name + " MSB");
        Oracles.assertClose(actual.within(), expected.get("MSW"), name + " MSW");
        Oracles.assertClose(actual.within(), expected.get("sigma2_within"), name + " sigma2");
        Oracles.assertClose(actual.f().orElseThrow(), expected.get("F"), name + " F");
        Oracles.assertClose(actual.p().orElseThrow(), expected.get("p"), name + " p");
        Oracles.assertClose(actual.k0(), expected.get("k0"), name + " k0");
        Oracles.assertClose(actual.icc1().orElseThrow(), expected.get("icc1_k0"), name + " ICC(1)");
        Oracles.assertClose(actual.icc1AtMeanSize().orElseThrow(), expected.get("icc1_kbar"), name + " ICC(1) mean");
        Oracles.assertClose(actual.icc2().orElseThrow(), expected.get("icc2"), name + " ICC(2)");
        Oracles.assertClose(actual.tau2(), expected.get("tau2_moment"), name + " tau2");
        assertThat(actual.groups() - 1).isEqualTo(expected.get("df1").intValue());
        assertThat(actual.respondents() - actual.groups())
                .isEqualTo(expected.get("df2").intValue());
    }

    private static void assertShrinkage(String name, Map<String, GroupScores> groups) {
        JsonNode expected = Oracles.json("03_shrinkage.json").get(name).get("moment");
        Shrinkage actual = Shrinkage.of(List.copyOf(groups.values()));
        Oracles.assertClose(actual.mu(), expected.get("mu"), name + " mu");
        Oracles.assertClose(actual.tau2(), expected.get("tau2"), name + " tau2");
        Oracles.assertClose(actual.sigma2(), expected.get("sigma2"), name + " sigma2");
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

    private static Map<String, GroupScores> scaleMeans(String name, String file) {
        List<String> items = Oracles.json("02_agreement_icc.json")
                .get(name)
                .get("items")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
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
