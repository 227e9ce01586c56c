package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack on stores succeeds on what survey software usually leaves behind. */
@Tag("ci")
class StoreControlsTest {
    @TempDir
    static Path folder;

    private static Evidence evidence = nothing();
    private static Evidence unpadded = nothing();

    private static Evidence nothing() {
        return new Evidence("", List.of(), Copies.none(), Copies.none(), null, null);
    }

    @BeforeAll
    static void two_hundred_people_answer() throws Exception {
        evidence = NaiveStore.evidence(folder.resolve("padded"), true);
        unpadded = NaiveStore.evidence(folder.resolve("unpadded"), false);
    }

    static Stream<Attack<Evidence>> attacks() {
        return Stream.concat(
                Suite.onStores().attacks().stream(), Suite.onTwoLayers().attacks().stream()); // here in one layer
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void the_attack_succeeds_on_a_naive_store(Attack<Evidence> attack) {
        var control = attack instanceof OneSize ? unpadded : evidence;
        assertThat(attack.on(control).outcome()).as(attack.key()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void re_identification_is_complete_where_rows_stand_in_the_order_of_answering() {
        var numbers = new ReIdentification().on(evidence).numbers();

        assertThat(numbers.get("matches")).isEqualTo(200);
        assertThat(numbers.get("rate-low")).isGreaterThan(0.9);
        assertThat(numbers.get("rate-chance")).isEqualTo(0.005);
    }
}
