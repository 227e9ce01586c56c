package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void what_a_calibration_does_not_say_is_the_default() {
        Calibration partial = new Calibration(
                "c@1", Map.of(), Map.of("PS", 3.2), Map.of("PS", .2), Map.of("PS", .4), .7, .004, .6, true);
        assertThat(partial.mu("PS")).isEqualTo(3.2);
        assertThat(partial.mu("CA")).isEqualTo(3.6);
        assertThat(partial.tau2("PS")).isEqualTo(.2);
        assertThat(partial.tau2("CA")).isEqualTo(.10);
        assertThat(partial.s02("PS")).isEqualTo(.4);
        assertThat(partial.s02("CA")).isEqualTo(.5);
        assertThat(partial.offset("PS1")).isZero();
    }

    @Test
    void constants_outside_their_domain_are_refused() {
        refused("version", " ", Map.of(), Map.of(), Map.of(), Map.of(), 1, 0, .5);
        refused("offset of PS1", "c@1", Map.of("PS1", 4.1), Map.of(), Map.of(), Map.of(), 1, 0, .5);
        refused("mu of PS", "c@1", Map.of(), Map.of("PS", .9), Map.of(), Map.of(), 1, 0, .5);
        refused("mu of PS", "c@1", Map.of(), Map.of("PS", 5.1), Map.of(), Map.of(), 1, 0, .5);
        refused("tau2 of PS", "c@1", Map.of(), Map.of(), Map.of("PS", .0), Map.of(), 1, 0, .5);
        refused("s02 of PS", "c@1", Map.of(), Map.of(), Map.of(), Map.of("PS", .0), 1, 0, .5);
        refused("kappa", "c@1", Map.of(), Map.of(), Map.of(), Map.of(), 0, 0, .5);
        refused("q must", "c@1", Map.of(), Map.of(), Map.of(), Map.of(), 1, -.1, .5);
        refused("gapVariance", "c@1", Map.of(), Map.of(), Map.of(), Map.of(), 1, 0, 0);
    }

    @Test
    void a_version_that_history_names_is_known_or_everything_stops() {
        assertThat(Calibrations.BUILT_IN.version("default@1")).isSameAs(Calibration.DEFAULT);
        assertThatExceptionOfType(Calibrations.UnknownCalibration.class)
                .isThrownBy(() -> Calibrations.BUILT_IN.version("default@2"))
                .withMessageContaining("default@2");
        assertThatIllegalStateException().isThrownBy(() -> Calibrations.of(Calibration.DEFAULT, Calibration.DEFAULT));
    }

    private static void refused(
            String why,
            String version,
            Map<String, Double> offsets,
            Map<String, Double> mu,
            Map<String, Double> tau2,
            Map<String, Double> s02,
            double kappa,
            double q,
            double gapVariance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration(version, offsets, mu, tau2, s02, kappa, q, gapVariance, true))
                .withMessageContaining(why);
    }
}
