package org.groeipuls.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference case 10: label agreement. */
class LabelAgreementTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void agreement_equals_the_reference() {
        JsonNode headlines = oracle().get("dutch_headlines");
        ConfusionMatrix matrix = ConfusionMatrix.of(headlines
                .get("matrix_rows_predicted_cols_reference")
                .valueStream()
                .map(row -> row.valueStream().map(JsonNode::intValue).toList())
                .toList());
        JsonNode result = headlines.get("result");
        assertThat(matrix.n()).isEqualTo(result.get("n").intValue());
        assertClose(matrix.accuracy().orElseThrow(), result.get("accuracy"));
        assertClose(matrix.expected().orElseThrow(), result.get("pe"));
        assertClose(matrix.kappa().orElseThrow(), result.get("kappa"));
        assertThat(headlines.get("classes").size()).isEqualTo(3);
        headlines.get("classes").valueStream().forEach(expected -> {
            int i = expected.get("class").intValue() - 1;
            assertClose(matrix.precision(i).orElseThrow(), expected.get("precision"));
            assertClose(matrix.recall(i).orElseThrow(), expected.get("recall"));
            assertClose(matrix.f1(i).orElseThrow(), expected.get("f1"));
        });
    }

    @Test
    void corrected_rates_equal_the_reference() {
        JsonNode cases = oracle().get("rogan_gladen");
        assertThat(cases.size()).isPositive();
        cases.valueStream()
                .forEach(one -> assertClose(
                        RoganGladen.corrected(number(one, "p"), number(one, "se"), number(one, "sp"))
                                .orElseThrow(),
                        one.get("adjusted")));
    }

    @Test
    void log_odds_equal_the_reference() {
        JsonNode cases = oracle().get("log_odds");
        assertThat(cases.size()).isPositive();
        cases.valueStream().forEach(one -> {
            LogOdds odds = LogOdds.of(one.get("L").intValue(), one.get("B").intValue());
            JsonNode result = one.get("result");
            assertClose(odds.estimate(), result.get("estimate"));
            assertClose(odds.se(), result.get("se"));
            assertClose(odds.interval().low(), result.get("lo90"));
            assertClose(odds.interval().high(), result.get("hi90"));
        });
    }

    @Test
    void what_cannot_be_computed_is_empty_and_not_a_number_that_lies() {
        ConfusionMatrix nothing = ConfusionMatrix.ofTwo(0, 0, 0, 0);
        assertThat(nothing.accuracy()).isEmpty();
        assertThat(nothing.kappa()).isEmpty();
        ConfusionMatrix one = ConfusionMatrix.ofTwo(0, 0, 0, 10);
        assertThat(one.kappa()).isEmpty();
        assertThat(one.precision(0)).isEmpty();
        assertThat(one.recall(0)).isEmpty();
        assertThat(one.f1(0)).isEmpty();
        assertThat(RoganGladen.corrected(.3, .4, .6)).isEmpty();
    }

    @Test
    void a_perfect_instrument_needs_no_correction() {
        assertThat(RoganGladen.corrected(.25, 1, 1)).hasValue(.25);
        assertThat(RoganGladen.corrected(.95, .7, .92)).hasValue(1);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfusionMatrix.of(List.of(List.of(1, 2))));
        assertThatIllegalArgumentException().isThrownBy(() -> ConfusionMatrix.ofTwo(1, -1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RoganGladen.corrected(1.2, .7, .9));
        assertThatIllegalArgumentException().isThrownBy(() -> LogOdds.of(-1, 0));
    }

    private static JsonNode oracle() {
        byte[] file = WordLists.reference("10_label_agreement.json");
        return JsonMapper.builder().build().readTree(new String(file, StandardCharsets.UTF_8));
    }

    private static double number(JsonNode of, String name) {
        return of.get(name).doubleValue();
    }

    private static void assertClose(double actual, JsonNode expected) {
        assertThat(expected.isNumber()).isTrue();
        assertThat(actual).isCloseTo(expected.doubleValue(), within(TOLERANCE));
    }
}
