package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page once, each in another window, scheme or language; the whole matrix is {@link WholeMatrixTest}. */
@ExtendWith(Worlds.class)
class MatrixTest {
    @Test
    void no_page_has_a_fault(World world) {
        try (var chromium = Chromium.start()) {
            var walk = new Walk(world, chromium, Pictures.NONE);
            turns().forEach(walk::through);
            assertThat(walk.faults()).isEmpty();
            assertThat(walk.seen()).isEqualTo(Scenes.all().size());
        }
    }

    private static Map<Look, List<Scene>> turns() {
        Map<Look, List<Scene>> turns = new LinkedHashMap<>();
        var scenes = Scenes.all();
        for (int at = 0; at < scenes.size(); at++) {
            // three and five are no divisors of each other, so neighbours differ in everything
            turns.computeIfAbsent(Look.ALL.get(at * 5 % Look.ALL.size()), look -> new ArrayList<>())
                    .add(scenes.get(at));
        }
        return turns;
    }
}
