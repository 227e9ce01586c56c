package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenjaminiHochbergTest {
    @Test
    void the_adjusted_values_equal_the_reference() {
        Oracles.json("07_bh.json").properties().stream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> {
                    JsonNode expected = entry.getValue();
                    List<Double> adjusted = BenjaminiHochberg.adjusted(expected.get("p")
                            .valueStream()
                            .map(JsonNode::doubleValue)
                            .toList());
                    int rejected = 0;
                    for (int at = 0; at < adjusted.size(); at++) {
                        Oracles.assertClose(
                                adjusted.get(at), expected.get("adjusted").get(at), 1e-12, entry.getKey() + " " + at);
                        boolean below = adjusted.get(at) <= expected.get("q").doubleValue();
                        assertThat(below)
                                .isEqualTo(expected.get("rejected").get(at).booleanValue());
                        rejected += below ? 1 : 0;
                    }
                    assertThat(rejected).isEqualTo(expected.get("n_rejected").intValue());
                });
    }

    @Test
    void a_list_holds_what_is_certain_and_large_in_the_given_order() {
        SequencedMap<String, Change> changes = new LinkedHashMap<>();
        changes.put("small", new Change(.19, .02));
        changes.put("fell", new Change(-.2, .05));
        changes.put("uncertain", new Change(.4, .3));
        changes.put("rose", new Change(.5, .1));
        assertThat(BenjaminiHochberg.listed(changes).sequencedKeySet()).containsExactly("fell", "rose");
    }

    @Test
    void nothing_gives_nothing_and_no_chance_is_refused() {
        assertThat(BenjaminiHochberg.adjusted(List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjusted(List.of(.5, 1.1)));
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjusted(List.of(Double.NaN)));
    }
}
