package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReliabilityTest {
    @Test
    void five_agreeableness_items_are_as_reliable_as_the_reference_says() {
        assertReliability(Oracles.json("01_reliability.json").get("bfi_A_250"), "01_bfi_A_250.csv");
    }

    @Test
    void seven_attitude_items_are_as_reliable_as_the_reference_says() {
        assertReliability(Oracles.json("01_reliability.json").get("attitude"), "01_attitude.csv");
    }

    @Test
    void five_made_items_are_as_reliable_as_the_formulas_say() {
        assertReliability(Oracles.json("16_made.json").get("reliability"), "16_made_rows.csv");
    }

    @Test
    void three_items_that_correlate_at_half_load_at_the_root_of_half() {
        OneFactor factor = OneFactor.of(new double[][] {{1, .5, .5}, {.5, 1, .5}, {.5, .5, 1}})
                .orElseThrow();
        assertThat(factor.loadings()).allSatisfy(loading -> assertThat(loading).isCloseTo(Math.sqrt(.5), within(1e-9)));
        assertThat(factor.omega()).isCloseTo(.75, within(1e-9));
    }

    @Test
    void an_item_that_would_share_more_than_it_has_gives_no_omega() {
        assertThat(OneFactor.of(new double[][] {{1, .9, .9}, {.9, 1, .2}, {.9, .2, 1}}))
                .isEmpty();
    }

    @Test
    void two_items_have_an_alpha_but_no_factor() {
        Reliability two = Reliability.of(new double[][] {{1, 2}, {2, 2}, {4, 5}, {5, 4}});
        assertThat(two.alpha()).isPresent();
        assertThat(two.omega()).isEmpty();
        assertThat(two.alphaWithout(0)).isEmpty();
    }

    @Test
    void items_that_do_not_vary_give_no_number_rather_than_a_wrong_one() {
        Reliability flat = Reliability.of(new double[][] {{3.1, 4, 2}, {3.1, 4, 2}, {3.1, 4, 2}});
        assertThat(flat.alpha()).isEmpty();
        assertThat(flat.alphaStandardised()).isEmpty();
        assertThat(flat.interval()).isEmpty();
        assertThat(flat.omega()).isEmpty();
        Reliability opposite = Reliability.of(new double[][] {{1, 5}, {2, 4}, {4, 2}});
        assertThat(opposite.alpha()).isEmpty();
    }

    @Test
    void holes_and_single_items_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reliability.of(new double[][] {{1, 2}, {1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Reliability.of(new double[][] {{1}, {2}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Reliability.of(new double[][] {{1, 2}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reliability.of(new double[][] {{1, Double.NaN}, {1, 2}}))
                .withMessageContaining("score");
    }

    private static void assertReliability(JsonNode expected, String file) {
        List<String> items = List.copyOf(expected.get("item_means").propertyNames());
        double[][] rows = complete(items, expected, Oracles.csv(file));
        Reliability actual = Reliability.of(rows);
        assertThat(actual.rows()).isEqualTo(expected.get("n_complete").intValue());
        Oracles.assertClose(actual.alpha().orElseThrow(), expected.get("alpha_raw"), "alpha");
        Oracles.assertClose(actual.alphaStandardised().orElseThrow(), expected.get("alpha_std"), "standardised alpha");
        JsonNode feldt = expected.get("alpha_feldt_ci90");
        Oracles.assertClose(actual.interval().orElseThrow(), feldt.get("lo"), feldt.get("hi"), "Feldt");
        Oracles.assertClose(actual.omega().orElseThrow(), expected.get("omega_total_1f_uls"), 1e-6, "omega");
        for (int at = 0; at < items.size(); at++) {
            String item = items.get(at);
            Oracles.assertClose(
                    actual.itemRest(at).orElseThrow(), expected.get("r_drop").get(item), item + " rest");
            Oracles.assertClose(
                    actual.alphaWithout(at).orElseThrow(),
                    expected.get("alpha_if_dropped").get(item),
                    item + " dropped");
            Oracles.assertClose(
                    actual.loadings().orElseThrow().get(at),
                    expected.get("loadings_uls_1f").get(item),
                    1e-6,
                    item);
        }
    }

    private static double[][] complete(List<String> items, JsonNode expected, List<Map<String, String>> rows) {
        double turned = expected.get("scale").get(0).doubleValue()
                + expected.get("scale").get(1).doubleValue();
        List<String> reversed = expected.get("reversed")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        return rows.stream()
                .filter(row -> !row.containsValue("") && !row.containsValue("NA"))
                .map(row -> items.stream()
                        .mapToDouble(item -> {
                            double score = Double.parseDouble(row.getOrDefault(item, ""));
                            return reversed.contains(item) ? turned - score : score;
                        })
                        .toArray())
                .toArray(double[][]::new);
    }
}
