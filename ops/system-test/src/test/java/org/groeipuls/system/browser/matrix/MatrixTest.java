package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of page once, each in another window, scheme or language; the whole matrix is {@link WholeMatrixTest}. */
@ExtendWith(Worlds.class)
class MatrixTest {
    /** Shown under an address that is another page's until somebody has sent a form. */
    private static final List<String> BEHIND_A_FORM = List.of(
            "replay", "replay-adoption", "cards-printed", "hr-pulse-told", "hr-people-diff", "hr-reorganisation-told");

    @Test
    void no_kind_of_page_has_a_fault(World world) throws Exception {
        Map<String, Scene> kinds = new LinkedHashMap<>();
        Scenes.all().forEach(scene -> kinds.putIfAbsent(scene.kind(), scene));
        BEHIND_A_FORM.forEach(name -> kinds.put(name, Scenes.named(name)));
        var walked = Walks.together(world, Pictures.NONE, turns(List.copyOf(kinds.values())));
        assertThat(walked.faults()).isEmpty();
        assertThat(walked.seen()).isEqualTo(kinds.size());
    }

    /** For every browser, which scenes it looks at in which look. */
    private static List<Map<List<Look>, List<Scene>>> turns(List<Scene> scenes) {
        List<Map<List<Look>, List<Scene>>> turns = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int at = 0; at < scenes.size(); at++) {
            // five and twelve have no divisor in common, so every look has its turn and neighbours differ in everything
            var look = Look.ALL.get(at * 5 % Look.ALL.size());
            turns.get(at % turns.size())
                    .computeIfAbsent(List.of(look), looks -> new ArrayList<>())
                    .add(scenes.get(at));
        }
        return turns;
    }
}
