package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack succeeds on a survey that was built without a thought: otherwise its failures would prove nothing. */
@Tag("ci")
class ServerControlsTest {
    private static final int SHOWS_ALL = 1;
    private static final int WITHHOLDS_GROUPS = 5;

    static Stream<Attack<Api>> attacks() {
        return Stream.concat(
                Suite.onServer(false).attacks().stream(),
                Stream.of(new Rebuilt(() -> {}))); // what the naive survey shows moves by itself
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void the_attack_succeeds_on_a_naive_survey(Attack<Api> attack) throws IOException {
        assertThat(onControl(attack).outcome()).as(attack.key()).isEqualTo(Outcome.SUCCEEDED);
    }

    /** What the attack finds on the survey that was built to be broken. */
    static Finding onControl(Attack<Api> attack) throws IOException {
        int k = attack.key().equals("small-numbers") ? SHOWS_ALL : WITHHOLDS_GROUPS;
        try (var survey = new NaiveSurvey(k);
                var api = new Api(survey.address(), Map.of())) {
            if (!attack.changes()) {
                Differencing.hiddenGroup(2).on(api); // so that there is something to read
            }
            return attack.on(api);
        }
    }
}
