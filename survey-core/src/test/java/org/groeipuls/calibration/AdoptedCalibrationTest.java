package org.groeipuls.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.calibration.CalibrationCommand.AdoptCalibration;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.refusal.Refused;
import org.groeipuls.scoring.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptedCalibrationTest {
    private static final CalibrationVersion VERSION = new CalibrationVersion("year-two@1");
    private static final LocalDate TODAY = LocalDate.parse("2027-03-10");
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Origin SOURCE = Origin.stated("Report 7, table 3");
    private static final CalibrationAdopted ADOPTED = new CalibrationAdopted(VERSION, constants(.7), SOURCE, TOMORROW);

    private final AggregateTestFixture<AdoptedCalibration> calibration =
            new AggregateTestFixture<>(AdoptedCalibration.class);

    @Test
    void constants_are_adopted_from_a_day_to_come() {
        calibration.givenNoPriorActivity().when(adopt(.7, TOMORROW, TODAY)).expectEvents(ADOPTED);
    }

    @Test
    void constants_never_hold_for_a_day_on_which_a_pulse_may_have_closed() {
        calibration
                .givenNoPriorActivity()
                .when(adopt(.7, TODAY, TODAY))
                .expectException(Refused.as("calibration-valid-too-early"))
                .expectNoEvents();
    }

    @Test
    void the_same_said_again_changes_nothing_however_much_later() {
        calibration
                .given(ADOPTED)
                .when(adopt(.7, TOMORROW, TODAY.plusYears(3)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_version_is_never_edited() {
        for (var other : List.of(
                adopt(.8, TOMORROW, TODAY),
                adopt(.7, TOMORROW.plusDays(1), TODAY),
                new AdoptCalibration(VERSION, constants(.7), Origin.stated("Elsewhere"), TOMORROW, TODAY),
                new AdoptCalibration(
                        VERSION,
                        constants(.7),
                        Origin.estimated("lag-differences@1", List.of(new PulseId("p")), 30),
                        TOMORROW,
                        TODAY))) {
            new AggregateTestFixture<>(AdoptedCalibration.class)
                    .given(ADOPTED)
                    .when(other)
                    .expectException(Refused.as("calibration-already-adopted"))
                    .expectNoEvents();
        }
    }

    @Test
    void what_comes_along_with_the_product_is_nobodys_to_state() {
        var builtIn = CalibrationVersion.of(Calibration.DEFAULT);
        calibration
                .givenNoPriorActivity()
                .when(new AdoptCalibration(builtIn, constants(.7), SOURCE, TOMORROW, TODAY))
                .expectException(Refused.as("calibration-already-adopted"));
    }

    @Test
    void formulas_get_the_numbers_that_were_adopted() {
        var formula = ADOPTED.asCalibration();
        assertThat(formula.version()).isEqualTo("year-two@1");
        assertThat(formula.offset("a")).isEqualTo(.1);
        assertThat(formula.kappa()).isEqualTo(.7);
        assertThat(formula.mu("PS")).isEqualTo(3.5);
        assertThat(formula.tau2("PS")).isEqualTo(Calibration.DEFAULT.tau2("PS"));
        assertThat(formula.calibrated()).as("learned from this organisation").isFalse();
        assertThat(Constants.of(formula)).isEqualTo(constants(.7));
    }

    @Test
    void numbers_that_cannot_be_are_refused_by_name() {
        for (double kappa : new double[] {0, -1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> constants(kappa))
                    .isInstanceOf(ConstantsNotAllowed.class)
                    .hasMessageContaining("kappa");
        }
        var none = new TreeMap<String, Double>();
        assertThatThrownBy(() -> new Constants(none, none, none, new TreeMap<>(Map.of("PS", 4.01)), 1, .0025, .5))
                .isInstanceOf(ConstantsNotAllowed.class)
                .hasMessageContaining("s02 of PS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cal-1", "learned@1", "Year.2_b@9999"})
    void a_version_has_a_name_and_perhaps_a_number(String version) {
        assertThat(new CalibrationVersion(version)).hasToString("calibration:" + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@1", "a@", "a@0", "a@1@2", "a/b", "-a", "a b"})
    void other_words_are_no_version(String version) {
        assertThatThrownBy(() -> new CalibrationVersion(version)).isInstanceOf(IdNotAllowed.class);
    }

    private static AdoptCalibration adopt(double kappa, LocalDate from, LocalDate today) {
        return new AdoptCalibration(VERSION, constants(kappa), SOURCE, from, today);
    }

    private static Constants constants(double kappa) {
        return new Constants(
                new TreeMap<>(Map.of("a", .1, "b", -.1)),
                new TreeMap<>(Map.of("PS", 3.5)),
                new TreeMap<>(),
                new TreeMap<>(),
                kappa,
                .004,
                .5);
    }
}
