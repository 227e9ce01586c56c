package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgreementTest {
    @Test
    void four_teams_agree_on_cohesion_as_the_reference_says() {
        assertAgreement(Oracles.json("02_agreement_icc.json").get("cohesion"), "02_cohesion.csv");
    }

    @Test
    void sixteen_teams_agree_on_leadership_as_the_reference_says() {
        assertAgreement(Oracles.json("02_agreement_icc.json").get("leadership_lq2002"), "02_leadership_lq2002.csv");
    }

    @Test
    void four_made_teams_agree_as_the_formulas_say() {
        assertAgreement(Oracles.json("16_made.json").get("agreement_icc"), "16_made_rows.csv");
    }

    @Test
    void equal_answers_are_full_agreement_and_opposite_ones_none() {
        Agreement full = Agreement.of(List.of(new int[] {4, 2}, new int[] {4, 2}));
        assertThat(full.adM()).isZero();
        assertThat(full.rwg(Agreement.UNIFORM)).isEqualTo(1);
        Agreement none = Agreement.of(List.of(new int[] {1}, new int[] {5}, new int[] {1}, new int[] {5}));
        assertThat(none.rwg(Agreement.UNIFORM)).isZero();
        assertThat(none.rStarWg(Agreement.UNIFORM)).isNegative();
    }

    @Test
    void one_row_and_ragged_rows_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Agreement.of(List.of(new int[] {4, 2})));
        assertThatIllegalArgumentException().isThrownBy(() -> Agreement.of(List.of(new int[] {4, 2}, new int[] {4})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Agreement(.5, List.of(1.0, -.1)))
                .withMessageContaining("item variance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Agreement(.5, List.of(1.0)).rwg(0))
                .withMessageContaining("nullVariance");
    }

    private static void assertAgreement(JsonNode expected, String file) {
        List<String> items =
                expected.get("items").valueStream().map(JsonNode::stringValue).toList();
        Oracles.each(expected.get("teams")).forEach(team -> {
            String who = team.get("team").stringValue();
            List<int[]> rows = Oracles.csv(file).stream()
                    .filter(row -> who.equals(row.get("team")) && !row.containsValue(""))
                    .map(row -> items.stream()
                            .mapToInt(item -> Integer.parseInt(row.getOrDefault(item, "")))
                            .toArray())
                    .toList();
            assertThat(rows).hasSize(team.get("n").intValue());
            assertTeam(Agreement.of(rows), team, who);
        });
    }

    private static void assertTeam(Agreement actual, JsonNode expected, String who) {
        Oracles.assertClose(actual.adM(), expected.get("ad_m"), who);
        Oracles.assertClose(actual.meanItemVariance(), expected.get("mean_item_var"), who);
        Oracles.assertClose(actual.rwg(Agreement.UNIFORM), expected.get("rwgj_uniform"), who);
        Oracles.assertClose(actual.rwg(Agreement.SLIGHT_SKEW), expected.get("rwgj_slight_skew_1.34"), who);
        Oracles.assertClose(actual.rStarWg(Agreement.UNIFORM), expected.get("rstar_wgj_uniform"), who);
        Oracles.assertClose(actual.rStarWg(Agreement.MAXIMUM_DISSENSUS), expected.get("rstar_wgj_maxdissensus_4"), who);
        Agreement first = new Agreement(actual.adM(), actual.itemVariances().subList(0, 1));
        Oracles.assertClose(first.rwg(Agreement.UNIFORM), expected.get("rwg_item1"), who);
    }
}
